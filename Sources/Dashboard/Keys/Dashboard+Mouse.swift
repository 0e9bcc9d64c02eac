import Canvas
import Catalogue
import Distribution

extension Dashboard {
  /// Takes the mouse: a click on a tab, a row, a pane or the timeline; the wheel goes through what
  /// ↑ and ↓ go through.
  mutating func point(_ action: MouseAction, _ x: Int, _ y: Int, _ scene: Scene) -> [Intent] {
    switch action {
    case .wheelUp: return update(.key(.up), scene: scene)
    case .wheelDown: return update(.key(.down), scene: scene)
    case .press: draggedRow = nil
    case .drag where draggedRow == nil: return []
    case .drag: break
    }
    if case .removal? = overlay { overlay = nil }
    var sheet = Sheet(canvas: Canvas(size))
    let view = View(scene, self)
    ScreenFrame(view: view).draw(on: &sheet)
    if let row = draggedRow { return drag(to: x, row, sheet, view) }
    guard let hit = sheet.targets.last(where: { $0.area.contains(x, y) }) else { return [] }
    if case .time = hit.target { draggedRow = y }
    return click(hit.target, hit.area, x, view)
  }

  /// A bar that was taken hold of follows the mouse, also beside it.
  private mutating func drag(to x: Int, _ row: Int, _ sheet: Sheet, _ view: View) -> [Intent] {
    for (area, target) in sheet.targets.reversed() where area.y == row {
      guard case .time = target else { continue }
      let column = min(max(x, area.x), area.x + area.width - 1)
      return click(target, area, column, view)
    }
    return []
  }

  private mutating func click(
    _ target: Target, _ area: Rect, _ x: Int, _ view: View
  ) -> [Intent] {
    switch target {
    case .overlay: return []
    case .tab(let screen):
      overlay = nil
      return show(screen, view)
    case .video(let id): chosen = id
    case .deskCase(let id):
      desk.selected = id
      return screen == .moderate ? [] : show(.moderate, view)
    case .setting(let index): tune.selected = index
    case .time(let axis):
      let share = Double(x - area.x) / Double(max(1, area.width - 1))
      return [.seek(axis.from + Int(share * Double(axis.length)))]
    case .pane(let pane): self.pane = pane
    }
    return []
  }
}
