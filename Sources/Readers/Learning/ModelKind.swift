public import Catalogue

/// Which of the two models is meant.
public enum ModelKind: String, Sendable, Hashable, CaseIterable {
  /// Topics: what an upload is about.
  case topics
  /// Review: which policy it may break.
  case review

  /// What the model tells apart, in the order of its weights: topic identifiers or policy codes.
  public var labels: [String] {
    switch self {
    case .topics: Topic.all.map(\.id)
    case .review: Policy.trained.map(\.rawValue)
    }
  }

  var code: UInt32 { self == .topics ? 1 : 2 }
}

extension Policy {
  /// The policies that a model is trained for: all but `minors`, which has no training text.
  public static let trained: [Policy] = allCases.filter { $0 != .minors }
}
