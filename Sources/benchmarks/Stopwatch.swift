import Glibc

/// Measures processor time, because other programs share the machine.
enum Stopwatch {
  /// Nanoseconds of processor time that this process has used so far.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
  }

  /// Nanoseconds of processor time that some work takes on this thread alone.
  static func measureThread(_ work: () throws -> Void) rethrows -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
    }
    let start = now()
    try work()
    return now() - start
  }

  /// Nanoseconds of processor time that some work takes.
  static func measure(_ work: () throws -> Void) rethrows -> Double {
    let start = now
    try work()
    return now - start
  }
}

/// The least, the middle and the greatest of some repeats.
struct Spread: Encodable {
  let min: Double
  let median: Double
  let max: Double

  /// The spread of at least one number.
  init(_ values: [Double]) {
    let sorted = values.sorted()
    min = sorted.first ?? .nan
    median = sorted.isEmpty ? .nan : sorted[sorted.count / 2]
    max = sorted.last ?? .nan
  }
}
