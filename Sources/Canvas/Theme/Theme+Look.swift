extension Theme {
  /// The least contrast of text.
  public static let textContrast = 4.5
  /// The least contrast of what accompanies text, and of dim text.
  public static let faintContrast = 3.0

  /// What a terminal of some depth is told about a cell of some style.
  ///
  /// Where 256 colours bring a foreground too near to its background, the nearest that keeps the
  /// contrast is taken. Not fast: callers keep the answer for a style.
  public func look(of style: Style, depth: ColorDepth) -> Look {
    switch depth {
    case .mono: monoLook(of: style)
    case .ansi16: look(of: style, sheet: ansi16)
    case .indexed256: reduced(look(of: style, sheet: full))
    case .trueColor: look(of: style, sheet: full)
    }
  }

  private func monoLook(of style: Style) -> Look {
    var attributes = mono[style.role] ?? []
    attributes.formUnion(style.attributes)
    if style.selected { attributes.formUnion(mono[.selection] ?? .reverse) }
    return Look(.standard, on: .standard, attributes)
  }

  private func look(of style: Style, sheet: Sheet) -> Look {
    let paint = sheet.paint(of: style)
    var look = Look(
      paint.foreground, on: paint.background ?? sheet.background,
      paint.attributes.union(style.attributes).subtracting(.dim))
    if style.selected { look = selected(look, sheet) }
    if style.dim { look.foreground = dimmed(look, style, sheet) }
    return look
  }

  /// On the selection's background, in its own colour where that is still readable there.
  private func selected(_ look: Look, _ sheet: Sheet) -> Look {
    let selection = sheet.paints[.selection] ?? Paint(.standard, on: nil, .reverse)
    var result = look
    result.attributes.formUnion(selection.attributes)
    if selection.attributes.contains(.reverse) {
      result.foreground = selection.foreground
      result.background = selection.background ?? sheet.background
      return result
    }
    result.background = selection.background ?? look.background
    if contrast(of: result) < Self.textContrast { result.foreground = selection.foreground }
    return result
  }

  /// A dim foreground is a mixture, not the terminal's dim attribute, whose contrast nobody knows.
  private func dimmed(_ look: Look, _ style: Style, _ sheet: Sheet) -> Ink {
    guard case .rgb(let colour) = look.foreground else {
      let muted = sheet.paints[.muted]?.foreground ?? look.foreground
      return style.role == .text && !style.selected ? muted : look.foreground
    }
    let behind = self.colour(of: look.background, isBackground: true)
    for part in stride(from: 0.4, to: 0, by: -0.05) {
      let mixed = colour.mixed(with: behind, part)
      if mixed.contrast(with: behind) >= Self.faintContrast { return .rgb(mixed) }
    }
    return look.foreground
  }

  private func reduced(_ look: Look) -> Look {
    var result = look
    result.background = reduced(look.background)
    guard case .rgb(let colour) = look.foreground else { return result }
    let behind = self.colour(of: result.background, isBackground: true)
    let before = contrast(of: look)
    let least = [Self.textContrast, Self.faintContrast].first { before >= $0 } ?? 1
    let index =
      Ink.nearest(to: colour) { $0.contrast(with: behind) >= least } ?? Ink.nearest(to: colour)
    result.foreground = index.map { .indexed($0) } ?? look.foreground
    return result
  }

  private func reduced(_ ink: Ink) -> Ink {
    guard case .rgb(let colour) = ink, let index = Ink.nearest(to: colour) else { return ink }
    return .indexed(index)
  }
}

extension Style {
  /// The attributes that the style asks for itself.
  var attributes: Attributes {
    var attributes: Attributes = []
    if bold { attributes.insert(.bold) }
    if dim { attributes.insert(.dim) }
    if underline { attributes.insert(.underline) }
    return attributes
  }
}
