import Canvas

/// A whole frame: header, the screen's panes, message, footer, and what lies over them.
struct ScreenFrame {
  let view: View

  /// Draws it on a canvas of any size.
  func draw(on sheet: inout Sheet) {
    let all = sheet.canvas.bounds
    guard !all.isEmpty else { return }
    let (header, rest) = all.splitTop(1)
    HeaderLine(view: view).draw(on: &sheet, in: header)
    let footer = rest.splitTop(max(0, rest.height - 1))
    FooterLine(view: view).draw(on: &sheet, in: footer.1)
    let body = footer.0
    guard body.height > 0 else { return }
    switch view.state.screen {
    case .spread: SpreadScreen(view: view).draw(on: &sheet, in: body)
    case .moderate: ModerateScreen(view: view).draw(on: &sheet, in: body)
    case .tune: TuneScreen(view: view).draw(on: &sheet, in: body)
    case .compare: CompareScreen(view: view).draw(on: &sheet, in: body)
    }
    if view.state.screen != .spread, all.width < 40 || all.height < 10 {
      let last = Rect(body.x, body.bottom - 1, body.width, 1)
      sheet.canvas.fill(last)
      sheet.line([.muted("small: 60×18 shows more")], last.x, last.y, in: last)
    }
    if let overlay = view.state.overlay {
      OverlayView(view: view, overlay: overlay).draw(on: &sheet, in: body)
    }
  }
}
