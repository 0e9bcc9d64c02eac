import Canvas
import Catalogue

/// The branches that a run's file keeps: the run, and its forks.
struct BranchList: Sendable, Hashable {
  var selected = 0
  /// The branch that would be deleted if it is confirmed.
  var deleting: Int?

  /// The keys that work in it.
  var hints: [Footer.Hint] {
    let keys =
      deleting == nil
      ? [
        ("↑ ↓", "choose"), ("↵", "beside the run"), ("d", "delete"), ("c", "close"),
        ("esc", "back"),
      ]
      : [("y", "delete it"), ("n", "keep it")]
    return keys.map { Footer.Hint(keys: $0.0, word: $0.1, actions: [], rank: 0) }
  }

  /// Draws it.
  func draw(_ view: View, on sheet: inout Sheet, in area: Rect) {
    guard let record = view.scene.record else { return }
    let width = min(88, area.width - 4)
    let name = max(10, width - 47)
    let head =
      "name".fitted(name + 2) + "left".fitted(16) + "at".fitted(11) + "on the screen".clipped(16)
    var lines: [[Piece]] = [[.muted(head.clipped(width))]]
    lines += record.branches.map { line($0, view, name) }
    if record.branches.count < 2 {
      lines += [[], [.muted("No fork is kept yet: "), Piece("f", .key), .muted(" begins one.")]]
    }
    if let deleting, let branch = record.branches.first(where: { $0.id == deleting }) {
      lines += [
        [],
        [
          Piece("Delete “\(branch.name.clipped(name))” for good? ", .error), Piece("y", .key),
          .plain(" delete  "), Piece("n", .key), .plain(" keep"),
        ],
      ]
    }
    Box(
      title: [Piece("Kept in \(record.name.clipped(max(8, width - 24)))", .title)], lines: lines,
      selected: record.branches.isEmpty
        ? nil : min(selected, record.branches.count - 1) + 1, fixed: 1, width: width
    ).draw(on: &sheet, in: area)
  }

  private func line(_ branch: RecordedBranch, _ view: View, _ name: Int) -> [Piece] {
    let place = branch.isRun ? "the run" : branch.isShown ? "the fork beside" : ""
    return [
      .plain(branch.name.fitted(name)), .gap(2),
      .muted((branch.parent ?? "–").fitted(15)), .gap(1),
      .muted(
        branch.parent == nil
          ? String(repeating: " ", count: 11)
          : view.time(branch.from).short.left(11)),
      Piece(place, branch.isRun ? .push : .draft),
    ]
  }
}

extension Dashboard {
  /// Takes a key while the kept branches are shown.
  mutating func press(_ key: Key, _ list: BranchList, _ scene: Scene) -> [Intent] {
    var list = list
    let branches = scene.record?.branches ?? []
    let chosen = branches.isEmpty ? nil : branches[min(list.selected, branches.count - 1)]
    if let id = list.deleting {
      list.deleting = nil
      overlay = .branches(list)
      return key == .character("y") ? [.deleteBranch(id)] : []
    }
    switch key {
    case .up, .down, .pageUp, .pageDown:
      list.selected = min(max(0, list.selected + Self.lines(key)), max(0, branches.count - 1))
    case .enter: return open(chosen, scene)
    case .character("c"), .character("F"):
      guard scene.fork != nil else {
        reply = Notice("No fork is on the screen.")
        return []
      }
      return perform(.closeFork, scene)
    case .character("d"), .delete:
      guard let chosen, !chosen.isRun else {
        reply = Notice("The run itself stays: only forks are deleted here.", isError: true)
        return []
      }
      list.deleting = chosen.id
    case .character("k"), .character("q"):
      overlay = nil
      return []
    default: break
    }
    overlay = .branches(list)
    return []
  }

  private mutating func open(_ branch: RecordedBranch?, _ scene: Scene) -> [Intent] {
    guard let branch else { return [] }
    guard !branch.isRun else {
      reply = Notice("It is the run on the screen.")
      return []
    }
    overlay = nil
    let intents = show(.compare, View(scene, self))
    return intents + (branch.isShown ? [] : [.openBranch(branch.id)])
  }
}
