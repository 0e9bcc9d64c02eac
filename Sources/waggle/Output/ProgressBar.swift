import Catalogue
import Terminal

/// How far a long computation is, on standard error where a person sees it and it can be
/// written over.
struct ProgressBar {
  private let clock = ContinuousClock()
  private let isWanted = Diagnostics.stream.isRewritable
  private var next: ContinuousClock.Instant
  private var isDrawn = false

  /// Shows nothing yet: what takes no time needs no bar.
  init() { next = clock.now + .milliseconds(250) }

  /// Draws it again, at most ten times a second.
  mutating func show(_ progress: () -> (part: Double, words: String)) {
    guard isWanted else { return }
    let now = clock.now
    guard now >= next else { return }
    next = now + .milliseconds(100)
    isDrawn = true
    let (part, words) = progress()
    let full = Int((min(max(part, 0), 1) * 24).rounded())
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: 24 - full)
    Diagnostics.write("\r\u{1B}[K\(bar) \((part * 100).fixed(0)) %  \(words)")
  }

  /// Takes it away.
  mutating func finish() {
    guard isDrawn else { return }
    isDrawn = false
    Diagnostics.write("\r\u{1B}[K")
  }
}
