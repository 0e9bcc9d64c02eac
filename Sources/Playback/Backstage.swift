import Dispatch
import Synchronization

/// Computes answers beside the run, one a lane at a time; a newer question ends an older one.
///
/// Lanes have threads of their own: a long answer never holds the show's actor.
final class Backstage: Sendable {
  /// What is computed.
  enum Lane: Int, CaseIterable {
    /// The answer to Tune's question.
    case whatIf
    /// A video's forecast.
    case outlook
  }

  private let queues = Lane.allCases.map {
    DispatchQueue(label: "backstage.\($0)", qos: .utility)
  }
  private let latest = Mutex(Lane.allCases.map { _ in 0 })

  /// Ends what a lane computes and starts something else there.
  func start(_ lane: Lane, _ work: @escaping @Sendable (_ isWanted: () -> Bool) -> Void) {
    let ticket = stop(lane)
    queues[lane.rawValue].async { [self] in
      work { latest.withLock { $0[lane.rawValue] == ticket } }
    }
  }

  /// Ends what a lane computes.
  @discardableResult
  func stop(_ lane: Lane) -> Int {
    latest.withLock { tickets in
      tickets[lane.rawValue] += 1
      return tickets[lane.rawValue]
    }
  }
}
