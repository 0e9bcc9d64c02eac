public import Catalogue

/// How the world's time follows wall time: so many world seconds a wall second.
///
/// Wall time is given, never read: a duration since any fixed instant.
public struct Tempo: Sendable, Hashable {
  /// World seconds a wall second, above 0.
  public let speed: Int
  /// Whether the world's time runs backwards.
  public let isBackward: Bool
  private let moment: Moment
  private let wall: Duration

  /// Starts the world's clock at a moment.
  public init(speed: Int, from moment: Moment, at wall: Duration, isBackward: Bool = false) {
    self.speed = max(1, speed)
    self.isBackward = isBackward
    self.moment = moment
    self.wall = wall
  }

  /// The world's time at a wall time, whole seconds.
  public func moment(at now: Duration) -> Moment {
    let passed = max(.zero, now - wall)
    let (seconds, attoseconds) = passed.components
    let part = Double(attoseconds) * 1e-18 * Double(speed)
    let whole = Int(clamping: seconds).multipliedReportingOverflow(by: speed)
    let far = whole.overflow || whole.partialValue > Int.max / 4
    let distance = far ? Int.max / 4 : whole.partialValue + Int(part)
    return isBackward ? moment - distance : moment + distance
  }

  /// The first wall time at which the world's clock shows a moment.
  public func wall(of target: Moment) -> Duration {
    let distance = isBackward ? moment - target : target - moment
    guard distance > 0 else { return wall }
    let nanoseconds = Double(distance) / Double(speed) * 1e9
    return wall + .nanoseconds(Int64(min(nanoseconds.rounded(.up), 9e18)))
  }
}
