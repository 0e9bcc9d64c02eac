/// Colours and attributes for every meaning a cell can have.
public struct Theme: Sendable, Hashable {
  /// What kind of background a theme is made for.
  public enum Variant: String, Sendable, Hashable, CaseIterable {
    /// Light on dark.
    case dark
    /// Dark on light.
    case light
  }

  /// What one role looks like.
  public struct Paint: Sendable, Hashable {
    /// The colour of glyphs.
    public var foreground: Ink
    /// The colour behind them; nil is the theme's background.
    public var background: Ink?
    /// Attributes that the role always has.
    public var attributes: Attributes

    /// Creates a paint.
    public init(
      _ foreground: Ink = .standard, on background: Ink? = nil, _ attributes: Attributes = []
    ) {
      self.foreground = foreground
      self.background = background
      self.attributes = attributes
    }
  }

  /// The paints of all roles for one kind of terminal.
  public struct Sheet: Sendable, Hashable {
    /// One paint a role; of the role `background` only what is behind glyphs is used.
    public var paints: [Role: Paint]
    /// The ramps of the roles `wave` and `heat`, first level first; a level beyond the last takes
    /// the last.
    public var ramps: [Role: [Ink]]

    /// Creates a sheet.
    public init(paints: [Role: Paint] = [:], ramps: [Role: [Ink]] = [:]) {
      self.paints = paints
      self.ramps = ramps
    }

    /// What is behind everything.
    var background: Ink { paints[.background]?.background ?? .standard }

    /// The paint of a style's role, at its level where the role is a ramp.
    func paint(of style: Style) -> Paint {
      if let ramp = ramps[style.role], let last = ramp.last {
        return Paint(Int(style.level) < ramp.count ? ramp[Int(style.level)] : last)
      }
      return paints[style.role] ?? paints[.text] ?? Paint()
    }
  }

  /// What it is called.
  public var name: String
  /// What kind of background it is made for.
  public var variant: Variant
  /// The paints for terminals of many colours; 256 are searched from them.
  public var full: Sheet
  /// The paints in ANSI colours, chosen by hand: computing them loses the selection.
  public var ansi16: Sheet
  /// The attributes where there are no colours.
  public var mono: [Role: Attributes]

  /// Creates a theme.
  public init(
    name: String, variant: Variant, full: Sheet, ansi16: Sheet, mono: [Role: Attributes]
  ) {
    self.name = name
    self.variant = variant
    self.full = full
    self.ansi16 = ansi16
    self.mono = mono
  }

  /// The colour of an ink, the terminal's own being those that fit the variant.
  public func colour(of ink: Ink, isBackground: Bool) -> RGB {
    switch ink {
    case .rgb(let colour): colour
    case .indexed(let index): Ink.colour(ofIndex: index)
    case .standard: Ink.colour(ofIndex: isBackground == (variant == .dark) ? 0 : 15)
    }
  }

  /// How strongly a look's glyph stands out from what is behind it, 1 … 21.
  public func contrast(of look: Look) -> Double {
    colour(of: look.foreground, isBackground: false)
      .contrast(with: colour(of: look.background, isBackground: true))
  }

  /// A theme without colours, for tests and for what is drawn before a theme is read.
  public static let plain = Theme(
    name: "plain", variant: .dark, full: Sheet(), ansi16: Sheet(),
    mono: [.selection: .reverse, .muted: .dim, .evidence: .underline, .hidden: .reverse])
}
