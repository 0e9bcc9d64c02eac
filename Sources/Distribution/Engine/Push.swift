public import Audience

/// The wave being shown, and what is remembered of the views before.
public struct Push: Sendable, Hashable {
  /// 1 is the first.
  public var wave: Int
  /// For-you views when the wave began.
  public var from: Int
  /// For-you views at which it ends.
  public var gate: Int
  /// The people's activity when it began.
  public var beganAt: Int
  /// Activity that it takes, whatever its size.
  public var takes: Int
  /// What the wave's views came to.
  public var tally = Tally()
  /// For-you views up to the next rung of the ladder of checks.
  public var rung: Int
  /// What the views between the rungs came to, oldest first; the last is still being filled.
  public var steps: [Tally] = [Tally()]

  /// Creates a push.
  public init(
    wave: Int, from: Int, gate: Int, beganAt: Int, takes: Int, tally: Tally = Tally(), rung: Int,
    steps: [Tally] = [Tally()]
  ) {
    self.wave = wave
    self.from = from
    self.gate = gate
    self.beganAt = beganAt
    self.takes = takes
    self.tally = tally
    self.rung = rung
    self.steps = steps
  }

  /// Whether it can be at an activity: it goes somewhere, has begun, and nothing that it is
  /// reckoned with overflows.
  func isSound(at activity: Int) -> Bool {
    guard wave > 0, from >= 0, gate > from, rung >= from, rung < 1 << 40, takes > 0,
      0...activity ~= beganAt, !steps.isEmpty
    else { return false }
    let (work, overflows) = gate.multipliedReportingOverflow(by: takes)
    guard !overflows, work <= Int.max - gate, tally.isSound else { return false }
    let views = steps.reduce(into: 0) { $0 += $1.isSound ? $1.views : 1 << 33 }
    return views <= 1 << 32
  }

  /// For-you views that should have been shown when so much activity has passed.
  func due(at activity: Int) -> Int {
    let passed = min(max(0, activity - beganAt), takes)
    return from + (gate - from) * passed / takes
  }

  /// How many more are to see it when so much activity has passed, up to where the views must be
  /// looked at; nil for nobody.
  func wanted(at activity: Int, after depth: Int) -> Int? {
    let wanted = min(due(at: activity), landmark) - depth
    return wanted > 0 ? wanted : nil
  }

  /// Counts more views.
  mutating func note(_ views: Tally) {
    tally += views
    steps[steps.count - 1] += views
  }

  /// The next wave, to so many times the people there were.
  mutating func begin(after depth: Int, growth: Double, at activity: Int, takes: Int) {
    wave += 1
    from = depth
    gate = max(depth + 1, Int((Double(depth) * growth).rounded()))
    beganAt = activity
    self.takes = takes
    tally = Tally()
  }

  /// The activity at which the push comes to where the views must be looked at.
  var activityAtLandmark: Int {
    let size = gate - from
    return beganAt + ((landmark - from) * takes + size - 1) / size
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
