import Catalogue
import Dispatch
import Distribution
package import Journal
import Synchronization

/// Writes what comes to runs into their journal.
///
/// Events are written some at a time by a thread of its own, so that nobody waits for the disk; what
/// people ask is on the disk before it is shown as done.
package final class Ledger: Sendable {
  /// Where it is written.
  package let journal: Journal
  private let queue = DispatchQueue(label: "ledger", qos: .utility)
  private let state = Mutex(State())

  private struct State {
    var pending: [(branch: Branch.ID, news: [Show.News])] = []
    var fault: JournalError?
    /// Whether a write was asked for that has not begun.
    var isDue = false
  }

  /// How many entries may wait before whoever brings more has to wait as well.
  private static let most = 100_000

  /// A ledger of a journal that was opened to be written.
  package init(_ journal: Journal) { self.journal = journal }

  /// Why the last write failed; what was to be written waits for the next.
  var fault: JournalError? { state.withLock { $0.fault } }

  /// Takes in what happened on a branch, to be written soon.
  package func take(_ news: [Show.News], to branch: Branch) {
    guard !news.isEmpty else { return }
    let waiting = state.withLock { state in
      if state.pending.last?.branch != branch.id { state.pending.append((branch.id, [])) }
      state.pending[state.pending.count - 1].news += news
      return state.pending.reduce(0) { $0 + $1.news.count }
    }
    if waiting > Self.most { try? write() } else { writeSoon() }
  }

  /// Writes what waits; it is on the disk when this returns.
  package func write() throws(JournalError) {
    let result = queue.sync { writePending() }
    try result.get()
  }

  /// Writes what somebody asked for on a branch; it is on the disk when this returns, or nothing of
  /// it is.
  ///
  /// - Returns: The branch to go on with: another one where somebody changed the past.
  func writeNow(_ news: [Show.News], to branch: Branch) throws(JournalError) -> Branch {
    try write()
    let batch = Batch(news)
    guard case .wentBack(let moment) = news.first else {
      try journal.append(batch, to: branch.id)
      return branch
    }
    return try journal.fork(
      from: branch.id, after: try journal.lastSequence(of: branch, through: moment), at: moment,
      name: "\(branch.name) from \(DurationText.text(moment))", kind: branch.kind, with: batch)
  }

  /// Begins a fork of a branch at a moment; it is on the disk when this returns.
  func fork(
    _ branch: Branch, at moment: Moment, name: String, news: [Show.News]
  ) throws(JournalError) -> Branch {
    try write()
    let batch = Batch(news)
    return try journal.fork(
      from: branch.id, after: try journal.lastSequence(of: branch, through: moment), at: moment,
      name: name, kind: .fork, with: batch)
  }

  /// Asks the ledger's thread to write what waits, once for all that come until it begins.
  private func writeSoon() {
    let isFirst = state.withLock { state in
      defer { state.isDue = true }
      return !state.isDue
    }
    guard isFirst else { return }
    queue.asyncAfter(deadline: .now() + .milliseconds(250)) { [self] in _ = writePending() }
  }

  private func writePending() -> Result<Void, JournalError> {
    let pending = state.withLock { state in
      state.isDue = false
      defer { state.pending = [] }
      return state.pending
    }
    for (place, item) in pending.enumerated() {
      do {
        try journal.append(Batch(item.news), to: item.branch)
      } catch {
        state.withLock { state in
          state.pending = Array(pending[place...]) + state.pending
          state.fault = error
        }
        return .failure(error)
      }
    }
    state.withLock { $0.fault = nil }
    return .success(())
  }
}
