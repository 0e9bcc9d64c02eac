public import Catalogue

/// How the world's time follows wall time: so many world seconds a wall second.
///
/// Wall time is given, never read: a duration since any fixed instant.
public struct Tempo: Sendable, Hashable {
  /// World seconds a wall second, above 0.
  public let speed: Int
  private let moment: Moment
  private let wall: Duration

  /// Starts the world's clock at a moment.
  public init(speed: Int, from moment: Moment, at wall: Duration) {
    self.speed = max(1, speed)
    self.moment = moment
    self.wall = wall
  }

  /// The world's time at a wall time, whole seconds.
  public func moment(at now: Duration) -> Moment {
    let passed = max(.zero, now - wall)
    let (seconds, attoseconds) = passed.components
    let part = Double(attoseconds) * 1e-18 * Double(speed)
    let whole = Int(clamping: seconds).multipliedReportingOverflow(by: speed)
    guard !whole.overflow, whole.partialValue < Int.max / 2 else { return Int.max / 2 }
    return moment + whole.partialValue + Int(part)
  }

  /// The first wall time at which the world's clock shows a moment.
  public func wall(of target: Moment) -> Duration {
    guard target > moment else { return wall }
    let nanoseconds = Double(target - moment) / Double(speed) * 1e9
    return wall + .nanoseconds(Int64(min(nanoseconds.rounded(.up), 9e18)))
  }
}
