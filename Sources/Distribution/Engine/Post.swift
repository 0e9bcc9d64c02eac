import Audience
import Catalogue
import HeapModule

/// One upload on one platform, on its way through the pipeline.
struct Post: Sendable {
  let id: VideoID
  let upload: Upload
  let reading: Reading
  let followers: Int
  var state = State.uploaded
  var progress = Progress()
  /// When something happens to it next without a command; `Moment.max` for never.
  var wake = Moment.max

  enum State: Sendable {
    case uploaded
    case atDesk
    case removed
    case published(Spread)
  }

  var spread: Spread? {
    guard case .published(let spread) = state else { return nil }
    return spread
  }
}

/// How a published video spreads: the push and the visits that people make by themselves.
struct Spread: Sendable {
  let publishedAt: Moment
  let taste: Taste
  let social: SocialGraph
  var walk: Walk
  /// Viewers who came by other ways than the push.
  var others = ViewerSet()
  /// Visits still to come, with where they come from.
  var visits: Heap<Arrival>
  /// The moments of the views that followers and forwards alone would bring.
  let withoutPush: [Moment]
  /// The push; nil once it ended.
  var push: Push?
}

/// A visit with its source.
struct Arrival: Sendable, Comparable {
  let visit: SocialGraph.Visit
  let source: Source

  static func < (a: Arrival, b: Arrival) -> Bool {
    (a.visit, a.source.rawValue) < (b.visit, b.source.rawValue)
  }
}

/// The wave being shown, and what is remembered of the views before.
struct Push: Sendable {
  var wave: Int
  /// For-you views when the wave began.
  var from: Int
  /// For-you views at which it ends.
  var gate: Int
  /// The people's activity when it began.
  var beganAt: Int
  /// Activity that it takes, whatever its size.
  var takes: Int
  /// What the wave's views came to.
  var tally = Tally()
  /// For-you views up to the next rung of the ladder of checks.
  var rung: Int
  /// What the views between the rungs came to, oldest first; the last is still being filled.
  var steps: [Tally] = [Tally()]

  /// For-you views that should have been shown when so much activity has passed.
  func due(at activity: Int) -> Int {
    let passed = min(max(0, activity - beganAt), takes)
    return from + (gate - from) * passed / takes
  }

  /// The activity at which a number of for-you views is due.
  func activity(for depth: Int) -> Int {
    let size = gate - from
    return beganAt + ((depth - from) * takes + size - 1) / size
  }

  /// Where the views must next be looked at.
  var landmark: Int { min(gate, rung) }

  /// Goes to the next rung: every rung is a sixteenth of its views above the one before.
  mutating func climb() {
    rung += max(1, (rung + 8) / 16)
    steps.append(Tally())
  }

  /// What the latest views came to: a part of the wave's size, at least 200; nil until the wave has
  /// shown as many.
  func latest(part: Double) -> Tally? {
    let wanted = max(200, Int((part * Double(gate - from)).rounded()))
    guard tally.views >= wanted else { return nil }
    var sum = Tally()
    for step in steps.reversed() where sum.views < wanted { sum += step }
    return sum
  }
}
