import Canvas
import Catalogue
import Dashboard
import FoundationEssentials
import Testing

/// Frames as they were last looked at: glyphs, roles and attributes, each a plane of a file.
///
/// `WAGGLE_WRITE_FRAMES=1 swift test --filter FrameTests` writes the files anew, and pictures too
/// with `WAGGLE_PICTURES=FOLDER`; look at what changed before keeping it.
@Suite("Frames look as they did when they were last looked at")
struct FrameTests {
  @Test("Spread, at every size it is drawn for", arguments: Frames.sizes)
  func spread(_ size: Size) throws {
    try Frames.check("spread", Sample.run.sceneWithOutlook(), size: size)
  }

  @Test("The other screens", arguments: [Screen.moderate, .tune, .compare])
  func others(_ screen: Screen) throws {
    for size in Frames.sizes {
      try Frames.check(screen.rawValue, Sample.scene, size: size, screen: screen)
    }
  }

  @Test("The beginning says which key starts it", arguments: Frames.sizes)
  func start(_ size: Size) throws {
    try Frames.check("start", Sample.run.scene(at: 0, isPaused: true), size: size)
  }

  @Test("The first audience, before any score")
  func early() throws {
    try Frames.check("early", Sample.run.scene(at: 2_000), size: Size(120, 40))
  }

  @Test("A stopped video, and one whose case waits")
  func states() throws {
    try Frames.check("stopped", Sample.scene, size: Size(120, 40), keys: "↓↓↓")
    try Frames.check("waiting", Sample.scene, size: Size(80, 24), keys: "s")
  }

  @Test("A draft with its consequences", arguments: Frames.sizes)
  func draft(_ size: Size) throws {
    let changes = [DraftChange(key: "platform.for-you.bar", value: 1.07)]
    try Frames.check(
      "draft", Sample.run.scene(answering: changes), size: size, screen: .tune, keys: "→→")
  }

  @Test("A fork beside the original")
  func fork() throws {
    try Frames.check("fork", Sample.run.sceneWithFork(), size: Size(120, 40), screen: .compare)
  }

  @Test("A replay with its bar, and a fork beside it", arguments: Frames.sizes)
  func replay(_ size: Size) throws {
    var scene = Sample.run.scene(at: 100_000, furthest: SampleRun.end, isPaused: true)
    scene.record = SampleRun.record(isReplay: true)
    scene.canChange = false
    try Frames.check("replay", scene, size: size)
    try Frames.check("branches", scene, size: size, keys: "k")
    try Frames.check("scrub", scene, size: size, screen: .moderate, keys: "t")
    try Frames.check("search", scene, size: size, keys: "gboxer stop")
    scene.fork = Sample.run.sceneWithFork().fork
    try Frames.check("replay-fork", scene, size: size, screen: .compare)
  }

  @Test("What lies over a screen", arguments: Frames.overlays)
  func overlay(_ name: String, _ keys: String) throws {
    try Frames.check(name, Sample.scene, size: Size(120, 40), keys: keys)
    try Frames.check(name, Sample.scene, size: Size(60, 18), keys: keys)
  }

  @Test("One pane alone on a small screen")
  func panes() throws {
    for count in 1...8 {
      let keys = String(repeating: "o", count: count)
      try Frames.check("pane-\(count)", Sample.scene, size: Size(60, 18), keys: keys)
    }
  }

  @Test("Texts that are meant to break the screen")
  func hostile() throws {
    try Frames.check("hostile", HostileRun.scene, size: Size(120, 40), keys: "↓↓↓↓↓↓↓↓↓↓↓↓v")
    try Frames.check("hostile-case", HostileRun.scene, size: Size(80, 24), screen: .moderate)
  }

  @Test("The same frame for a terminal that has ASCII alone")
  func ascii() throws {
    try Frames.check("ascii", Sample.scene, size: Size(80, 24), glyphs: .ascii)
    try Frames.check("ascii-tune", Sample.scene, size: Size(80, 24), keys: "3→", glyphs: .ascii)
  }
}

/// The files of frames.
enum Frames {
  static let sizes = [Size(60, 18), Size(80, 24), Size(120, 40), Size(200, 60)]

  static let overlays: [(String, String)] = [
    ("help", "?"), ("help-found", "?bar"), ("palette", ":"), ("palette-words", ":goto x"),
    ("sum", "↵"), ("evidence", "v"), ("form", "N"), ("command", "y"), ("goto", "g"),
    ("reason", "2r"), ("removal", "2x"), ("decided", "2y"), ("number", "3e1"),
  ]

  private static let folder = #filePath.split(separator: "/").dropLast().reduce("") {
    $0 + "/" + $1
  }

  /// Draws a frame and compares it with its file.
  static func check(
    _ name: String, _ scene: Scene, size: Size, screen: Screen = .spread, keys: String = "",
    glyphs: GlyphSet = .unicode, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var driver = Driver(scene, screen: screen, size: size)
    driver.press(keys)
    let canvas = driver.dashboard.draw(driver.scene, size: size, glyphs: glyphs)
    let planes = canvas.planes
    let text = [planes.text, planes.roles, planes.attributes].joined(separator: "\n\u{c}\n") + "\n"
    let file = "\(name)-\(size.width)x\(size.height)"
    let path = "\(folder)/Frames/\(file).txt"
    let environment = ProcessInfo.processInfo.environment
    if let pictures = environment["WAGGLE_PICTURES"], let shipped = ShippedThemes.all.first {
      let theme = try ThemeFile.theme(from: shipped.text, file: shipped.name)
      try Data(canvas.svg(theme: theme).utf8).write(to: URL(filePath: "\(pictures)/\(file).svg"))
    }
    if environment["WAGGLE_WRITE_FRAMES"] != nil {
      try Data(text.utf8).write(to: URL(filePath: path))
      return
    }
    let known = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    #expect(known == text, "\(file) looks different", sourceLocation: sourceLocation)
  }
}
