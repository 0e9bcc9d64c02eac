import Canvas
import Dashboard
import Foundation
import Testing

@Suite("Frames look as they did")
struct FrameTests {
  @Test("Print")
  func show() throws {
    guard let folder = ProcessInfo.processInfo.environment["FRAMES_OUT"] else { return }
    let theme = try #require(
      try ShippedThemes.all.first.map { try ThemeFile.theme(from: $0.text, file: $0.name) })
    let run = SampleRun()
    let scene = run.scene(at: SampleRun.ninthWave)
    let sizes = [Size(120, 40), Size(80, 24), Size(60, 18), Size(200, 60)]
    func save(_ canvas: Canvas, _ name: String) throws {
      let path = "\(folder)/\(name)"
      try canvas.plainText.write(toFile: path + ".txt", atomically: true, encoding: .utf8)
      try canvas.svg(theme: theme).write(toFile: path + ".svg", atomically: true, encoding: .utf8)
    }
    for size in sizes {
      for screen in Screen.allCases {
        let canvas = Dashboard(screen: screen, size: size).draw(scene, size: size)
        try save(canvas, "\(screen.rawValue)-\(size.width)x\(size.height)")
      }
    }
    for screen in Screen.allCases {
      let size = Size(120, 40)
      let changes = [DraftChange(key: "platform.for-you.bar", value: 1.07)]
      var dashboard = Dashboard(screen: screen, size: size)
      if screen == .tune { for _ in 0..<2 { _ = dashboard.update(.key(.right), scene: scene) } }
      try save(
        dashboard.draw(run.scene(answering: changes), size: size), "answer-\(screen.rawValue)")
      try save(dashboard.draw(run.sceneWithFork(), size: size), "fork-\(screen.rawValue)")
      try save(dashboard.draw(run.sceneWithOutlook(), size: size), "outlook-\(screen.rawValue)")
      try save(dashboard.draw(run.scene(at: 0, isPaused: true), size: size), "start-\(screen.rawValue)")
      try save(dashboard.draw(run.scene(at: 2_000), size: size), "early-\(screen.rawValue)")
    }
    for (name, keys) in Self.tours {
      var dashboard = Dashboard(size: Size(120, 40))
      for key in keys { _ = dashboard.update(.key(key), scene: scene) }
      try save(dashboard.draw(scene, size: Size(120, 40)), "tour-\(name)")
    }
  }

  static let tours: [(String, [Key])] = [
    ("help", [.character("?")]),
    ("helpsearch", [.character("?"), .character("b"), .character("a"), .character("r")]),
    ("palette", [.character(":")]),
    ("sum", [.enter]),
    ("evidence", [.character("v")]),
    ("form", [.character("N")]),
    ("command", [.character("y")]),
    ("goto", [.character("g")]),
    ("reason", [.character("2"), .character("r")]),
    ("allowed", [.character("2"), .character("y")]),
    ("tune", [.character("3"), .right, .right]),
    ("tunetype", [.character("3"), .character("1")]),
  ]
}
