import Dispatch
import Distribution
import Synchronization

/// A survey's parts, shared by threads.
struct SurveyRun {
  /// What is surveyed.
  let survey: Survey
  /// The seeds that are pooled.
  let seeds: [UInt64]
  /// How many threads share the work.
  let threads: Int

  /// In how many parts each seed's uploads are cut: always the same, so that the order of the
  /// samples, and the last digit of a sum, do not depend on the number of threads.
  private static let parts = 8

  /// Runs every part.
  ///
  /// - Parameter progress: Told after each part how much is done, 0 … 1.
  /// - Returns: What became of every upload, in an order that does not depend on the threads.
  func samples(progress: (Double) -> Void) -> [Survey.Sample] {
    let jobs = seeds.flatMap { seed in (0..<Self.parts).map { (seed: seed, part: $0) } }
    let results = Mutex([[Survey.Sample]](repeating: [], count: jobs.count))
    var done = 0
    while done < jobs.count {
      let batch = done..<min(jobs.count, done + threads)
      DispatchQueue.concurrentPerform(iterations: batch.count) { [survey] index in
        let job = jobs[batch.lowerBound + index]
        let samples = survey.run(seed: job.seed, part: job.part, of: Self.parts)
        results.withLock { $0[batch.lowerBound + index] = samples }
      }
      done = batch.upperBound
      progress(Double(done) / Double(jobs.count))
    }
    return results.withLock { $0.flatMap { $0 } }
  }
}
