import Canvas
import Catalogue
import Dashboard
import Distribution
import Testing

@Suite("Which run a decision goes to")
struct SteeringTests {
  private func steered(_ steered: Steered) -> Scene {
    var scene = Sample.run.sceneWithFork()
    scene.steered = steered
    return scene
  }

  @Test("is said on every screen", arguments: Screen.allCases)
  func said(_ screen: Screen) {
    #expect(Driver(steered(.both), screen: screen).text.contains("to both"))
    #expect(Driver(steered(.fork), screen: screen).text.contains("to the fork alone"))
  }

  @Test("and steering the fork alone, Moderate shows the fork's desk and Tune its settings")
  func forksDesk() {
    var driver = Driver(steered(.fork), screen: .moderate)
    #expect(driver.text.contains("Desk of the fork"))
    #expect(driver.text.contains("Nothing waits at the desk"))
    driver.press("3")
    #expect(driver.text.contains("Everything as in force in the fork"))
    #expect(driver.text.contains("1.10"))
    driver.press("→")
    #expect(driver.text.contains("in the fork alone"))
  }

  @Test("and a bar moves from where the steered run has it")
  func bars() {
    var fork = Driver(steered(.fork))
    #expect(fork.press("+") == [.apply([DraftChange(key: "platform.for-you.bar", value: 1.11)])])
    #expect(fork.text.contains("in the fork alone"))
    var both = Driver(steered(.both))
    #expect(both.press("+") == [.apply([DraftChange(key: "platform.for-you.bar", value: 1.06)])])
    #expect(both.text.contains("in both runs"))
  }

  @Test("while a run that is over still takes an upload of one's own")
  func over() {
    var driver = Driver()
    driver.scene.isOver = true
    driver.press("N")
    #expect(driver.text.contains("An upload of your own"))
  }

  @Test("Compare says what differs: nothing, the settings, or what was decided")
  func differs() {
    var driver = Driver(steered(.both), screen: .compare)
    #expect(driver.words.contains("only the settings differ"))
    driver.scene.fork?.snapshot = driver.scene.snapshot
    driver.scene.fork?.label = "the same settings"
    #expect(driver.words.contains("nothing was set or decided differently yet"))
    #expect(driver.words.contains("In the fork, from"))
  }

  @Test("and a case that was decided is what the other screens then show")
  func decided() {
    var driver = Driver(screen: .moderate)
    driver.press("y4")
    #expect(driver.text.contains("Reach of ko-compilation"))
  }
}

extension Driver {
  /// What the left pane says, in one line.
  fileprivate var words: String {
    (0..<size.height).map { row($0).split(separator: "│").first.map(String.init) ?? "" }
      .joined(separator: " ").split(separator: " ").joined(separator: " ")
  }
}
