import Canvas
import Dashboard
import Distribution

/// The sample run and its moment of the drawing, made once.
enum Sample {
  static let run = SampleRun()
  static let scene = run.scene(at: SampleRun.ninthWave)
}

/// A person at a dashboard: presses keys, reads the screen, and collects what is asked of the rest.
struct Driver {
  var dashboard: Dashboard
  var scene: Scene
  var sent: [Intent] = []
  let size: Size

  init(_ scene: Scene = Sample.scene, screen: Screen = .spread, size: Size = Size(120, 40)) {
    self.dashboard = Dashboard(screen: screen, size: size)
    self.scene = scene
    self.size = size
  }

  /// Presses one key.
  @discardableResult
  mutating func press(_ key: Key) -> [Intent] {
    let intents = dashboard.update(.key(key), scene: scene)
    sent += intents
    return intents
  }

  /// Presses the keys that a text stands for: letters themselves, arrows as drawn, ↵ ⎋ ⇥ ⌫ ⇞ ⇟.
  @discardableResult
  mutating func press(_ keys: String) -> [Intent] {
    keys.flatMap { press(Self.key($0)) }
  }

  private static func key(_ character: Character) -> Key {
    switch character {
    case "↑": .up
    case "↓": .down
    case "←": .left
    case "→": .right
    case "↵": .enter
    case "⎋": .escape
    case "⇥": .tab
    case "⌫": .backspace
    case "⇞": .pageUp
    case "⇟": .pageDown
    case "⇱": .home
    case "⇲": .end
    default: .character(character)
    }
  }

  /// What the screen says.
  var text: String { dashboard.draw(scene, size: size).plainText }

  /// One row of the screen.
  func row(_ y: Int) -> String {
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
    return y < rows.count ? String(rows[y]) : ""
  }

  /// The last row: the keys that work.
  var footer: String { row(size.height - 1) }
}
