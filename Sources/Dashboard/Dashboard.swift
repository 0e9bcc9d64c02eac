public import Canvas
import Catalogue
public import Distribution

/// The program as a value: what a person is looking at, what their keys do, what it looks like.
///
/// It knows no terminal, clock or file. `update` takes what a person did and gives what the rest
/// must do about it; `draw` makes a frame that depends on its arguments alone.
public struct Dashboard: Sendable, Hashable {
  /// The screen that is shown.
  public internal(set) var screen: Screen
  /// The video chosen by hand; nil for the scenario's own choice.
  public internal(set) var chosen: VideoID?
  /// The terminal's size as last told by `Input.resize`: what the mouse points at depends on it.
  public internal(set) var size: Size
  /// The theme asked for by name; nil for the one the program began with.
  public internal(set) var theme: String?
  /// The themes that can be asked for.
  public let themes: [String]

  var pane = Pane.overview
  var isLinear = false
  var sorting = Sorting.views
  var filter = ""
  var chosenBar = BarChoice.score
  var scroll: [Pane: Int] = [:]
  var overlay: Overlay?
  var reply: Notice?
  var desk = DeskState()
  var tune = TuneState()
  var pending = Pending()
  /// A fork that was asked for or asked to close, until a scene shows it; nil for none.
  var forking: Forking?
  /// The row of the bar that the mouse has taken hold of; nil for none.
  var draggedRow: Int?
  /// What the latest search found, in order of time.
  var found: [Mark] = []

  /// Creates a dashboard.
  /// - Parameters:
  ///   - screen: The screen to begin on.
  ///   - chosen: The video to look at; nil for the scenario's own choice.
  ///   - size: The terminal's size.
  ///   - themes: The themes that can be asked for by name.
  public init(
    screen: Screen = .spread, chosen: VideoID? = nil, size: Size = Size(120, 40),
    themes: [String] = ShippedThemes.all.map(\.name)
  ) {
    self.themes = themes
    self.screen = screen
    self.chosen = chosen
    self.size = size
  }

  /// Takes what a person did and gives what must be done about it, in order.
  ///
  /// Send `Input.resize` once at the start and at every change.
  public mutating func update(_ input: Input, scene: Scene) -> [Intent] {
    if case .resize(let size) = input {
      self.size = size
      return []
    }
    reply = nil
    desk.settle(with: scene)
    pending.settle(with: scene)
    settleForm(with: scene)
    settleFork(with: scene)
    switch input {
    case .resize: return []
    case .paste(let text): return paste(text, scene)
    case .mouse(let action, let x, let y): return point(action, x, y, scene)
    case .key(let key): return press(key, scene)
    }
  }

  /// Draws one frame.
  /// - Parameters:
  ///   - scene: The run and how it is being played.
  ///   - size: The frame's size in cells; anything from 0 × 0 on.
  ///   - glyphs: What the terminal can show.
  public func draw(_ scene: Scene, size: Size, glyphs: GlyphSet = .unicode) -> Canvas {
    var sheet = Sheet(canvas: Canvas(size), glyphs: glyphs)
    let view = View(scene, self)
    ScreenFrame(view: view).draw(on: &sheet)
    return sheet.canvas.shown(in: glyphs)
  }

  /// The video that is looked at: the one chosen, the scenario's star, or the first.
  func chosenVideo(in scene: Scene) -> VideoPicture? {
    let snapshot = scene.snapshot
    if let chosen, let video = snapshot[chosen] { return video }
    return snapshot.videos.first { $0.upload.id == snapshot.star } ?? snapshot.videos.first
  }

  private mutating func press(_ key: Key, _ scene: Scene) -> [Intent] {
    if overlay != nil { return pressInOverlay(key, scene) }
    guard let binding = KeyMap.binding(for: key, on: screen) else { return [] }
    return perform(binding.action, scene)
  }

  private mutating func paste(_ text: String, _ scene: Scene) -> [Intent] {
    guard var overlay = self.overlay else {
      reply = Notice("Nothing takes text here: N is for an upload, : for a command.")
      return []
    }
    overlay.insert(text)
    self.overlay = overlay
    switch overlay {
    case .filter(let field): filter = field.text
    case .goto(var prompt):
      prompt.matches = MarkWords.found(prompt.field.text, in: scene)
      self.overlay = .goto(prompt)
    default: break
    }
    return []
  }
}
