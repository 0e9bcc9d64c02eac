import Canvas
import Testing

@testable import Dashboard

@Suite("The key map")
struct KeyMapTests {
  @Test("gives no key two meanings on one screen", arguments: Screen.allCases)
  func unambiguous(_ screen: Screen) {
    var meanings: [Key: Action] = [:]
    for binding in KeyMap.all where binding.screens.contains(screen) {
      for key in binding.keys {
        #expect(meanings[key] == nil, "\(key.name): \(binding.action.rawValue)")
        meanings[key] = binding.action
      }
    }
  }

  @Test("has a key and a sentence for every action")
  func complete() {
    for action in Action.allCases {
      let binding = KeyMap.binding(of: action, on: .spread)
      #expect(binding != nil, "\(action.rawValue)")
      #expect(binding?.about.hasSuffix(".") == true, "\(action.rawValue)")
    }
  }

  @Test("means the same by space everywhere", arguments: Screen.allCases)
  func space(_ screen: Screen) {
    #expect(KeyMap.binding(for: .character(" "), on: screen)?.action == .pause)
    var driver = Driver(screen: screen)
    #expect(driver.press(" ") == [.setPaused(true)])
  }

  @Test("shows in footers at most nine keys, all of which work", arguments: Screen.allCases)
  func footers(_ screen: Screen) {
    let scenes = [
      Sample.scene, Sample.run.scene(at: 0, isPaused: true), Sample.run.sceneWithFork(),
      Sample.run.scene(at: 2_000),
    ]
    for scene in scenes {
      for width in [20, 40, 60, 80, 100, 120, 200, 300] {
        let view = View(scene, Dashboard(screen: screen))
        let hints = Footer.hints(view, room: width - 2)
        #expect(hints.count <= 9)
        #expect(hints.flatMap(\.actions).allSatisfy { view.whyDisabled($0) == nil })
        #expect(width < 40 || hints.contains { $0.actions == [.help] })
      }
    }
  }

  @Test("spells out the keys that ASCII has no arrow for, so that none looks like another")
  func ascii() {
    for screen in Screen.allCases {
      for keys in ["", "?", "g", "t", "v", "N", "3→"] {
        for size in [Size(60, 18), Size(80, 24), Size(120, 40)] {
          var driver = Driver(screen: screen, size: size)
          driver.press(keys)
          let canvas = driver.dashboard.draw(driver.scene, size: size, glyphs: .ascii)
          let row = (0..<size.width).map { canvas[$0, size.height - 1].glyph }.joined()
          let words = row.split(separator: " ")
          #expect(words.allSatisfy { !["<", ">", "^", "v"].contains($0) }, "\(row)")
        }
      }
    }
  }

  @Test("says why a key does nothing")
  func disabled() {
    var driver = Driver()
    driver.press("F")
    #expect(driver.sent.isEmpty)
    #expect(driver.text.contains("Close fork: there is no fork."))
  }
}
