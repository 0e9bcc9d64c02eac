/// What a cell means; a theme turns the meaning into colours.
public enum Role: String, Sendable, Hashable, CaseIterable, Codable {
  /// The screen behind everything.
  case background
  /// Values that a person compares.
  case text
  /// Units, axis text, headers.
  case muted
  /// Lines around panes.
  case border
  /// The line around the focused pane.
  case focus
  /// The names of panes.
  case title
  /// The key in the footer.
  case key
  /// The selected row; used as foreground and background.
  case selection
  /// The active tab.
  case tab
  /// The content graph, pushed videos, ✓.
  case push
  /// A push that ended.
  case stop
  /// Doubt, cases, ages past half their limit.
  case doubt
  /// Late cases, removals, ✗.
  case breach
  /// Everything that is a bar.
  case bar
  /// The social graph.
  case social
  /// What is not yet known.
  case forecast
  /// A setting that is not applied.
  case draft
  /// Quoted words.
  case evidence
  /// Made-visible characters an uploader hid.
  case hidden
  /// An error message.
  case error
  /// A good outcome that is no push, such as a saved file.
  case notice
  /// Waves, light to dark: the style's level says which.
  case wave
  /// Topic heat, light to dark: the style's level says which.
  case heat
  /// A cell of a gauge or slider that is not filled.
  case track
  /// The running clock and its speed.
  case clock
  /// The word SIMULATED.
  case simulated
}

/// How a cell looks: a meaning, a level within a ramp, and attributes.
public struct Style: Sendable, Hashable {
  /// What the cell means.
  public var role: Role
  /// The step of a ramp role, 0 first; other roles ignore it.
  public var level: UInt8
  /// Heavier.
  public var bold: Bool
  /// Fainter.
  public var dim: Bool
  /// With a line below.
  public var underline: Bool
  /// On the selection's background.
  public var selected: Bool

  /// Creates a style.
  public init(
    _ role: Role = .text, level: Int = 0, bold: Bool = false, dim: Bool = false,
    underline: Bool = false, selected: Bool = false
  ) {
    self.role = role
    self.level = UInt8(clamping: level)
    self.bold = bold
    self.dim = dim
    self.underline = underline
    self.selected = selected
  }

  /// The same style, heavier.
  public var strong: Style {
    var style = self
    style.bold = true
    return style
  }

  /// The same style on the selection's background.
  public func onSelection(_ yes: Bool = true) -> Style {
    var style = self
    style.selected = yes
    return style
  }
}
