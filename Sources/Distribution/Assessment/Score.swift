public import Audience
public import Catalogue

/// The weighted composite of the KPIs of some views, with its standard error.
///
/// Every viewer counts Σ weightᵢ · KPIᵢ ÷ referenceᵢ; the score is the mean of that over the
/// views, and the standard error its standard deviation over √views, exact from the sums.
public struct Score: Sendable, Hashable {
  /// The KPIs against the median video's.
  public let kpis: KPIValues
  /// The mean; 1 is the median video on its core.
  public let value: Double
  /// The standard error of the mean; positive.
  public let error: Double

  /// The score of at least one view of a video of a length, in seconds.
  public init(_ tally: Tally, settings: PlatformSettings, duration: Double) {
    let n = Double(max(1, tally.views))
    let step = Double(Tally.step)
    let watch = Double(tally.watch) / step / n
    let interaction = Double(tally.interactions) / n
    let click = Double(tally.clickThroughs) / n
    let sum = settings.weightViewing + settings.weightInteraction + settings.weightClickThrough
    let scale = sum > 1e-6 ? 1 / sum : 0
    let weights = [
      settings.weightViewing * scale, settings.weightInteraction * scale,
      settings.weightClickThrough * scale,
    ]
    let reference = [
      Taste.reference(duration: duration), settings.referenceInteraction,
      settings.referenceClickThrough,
    ]
    let a = weights[0] / reference[0]
    let b = weights[1] / reference[1]
    let c = weights[2] / reference[2]
    let mean = a * watch + b * interaction + c * click
    let squares =
      a * a * Double(tally.watchSquared) / step / step
      + b * b * Double(tally.interactionSquared) + c * c * Double(tally.clickThroughs)
    let products =
      a * b * Double(tally.watchInteraction) / step
      + a * c * Double(tally.watchClickThrough) / step
      + b * c * Double(tally.interactionClickThrough)
    let variance = max(0, (squares + 2 * products) / n - mean * mean)
    kpis = KPIValues(
      measured: [watch, interaction, click], reference: reference, weights: weights)
    value = mean
    error = max((variance / n).squareRoot(), 1e-9)
  }
}
