/// The thresholds that the two rules give on texts that are known.
///
/// Let through only while at most 5 % of what is illegal is missed; remove only where the lower
/// 95 % bound of precision is 99 % or more at the live prevalence. The second needs many innocent
/// texts: with none removed wrongly, some 60,000 for a removal that finds all that is illegal.
public struct DerivedThresholds: Sendable, Hashable {
  /// The highest probability from which a person must be asked so that no more is missed than may
  /// be; nil without illegal texts.
  public let doubtFrom: Double?
  /// The lowest probability from which removal is as precise as it must be; nil where none is.
  public let removeFrom: Double?

  /// The share of what is illegal that may be let through.
  public static let mayMiss = 0.05
  /// How precise removal must be shown to be.
  public static let precision = 0.99

  /// Derives both.
  public init(_ texts: [JudgedReview]) {
    let bad = texts.filter(\.truth.isIllegal).map(\.probability).sorted()
    let good = texts.filter { !$0.truth.isIllegal }.map(\.probability).sorted()
    doubtFrom = bad.isEmpty ? nil : bad[min(bad.count - 1, Int(Double(bad.count) * Self.mayMiss))]
    var (wrong, lowest) = (0, Double?.none)
    var at = good.count
    for (place, threshold) in bad.enumerated().reversed() {
      while at > 0, good[at - 1] >= threshold {
        at -= 1
        wrong += 1
      }
      let precision = ReviewReport.precision(
        Rate(bad.count - place, of: bad.count), Rate(wrong, of: good.count))
      if let precision, precision.lower >= Self.precision { lowest = threshold }
    }
    removeFrom = lowest
  }
}
