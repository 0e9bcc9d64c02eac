/// A model of topics by itself, with whatever labels it was trained for.
public struct Recogniser: Sendable {
  private let model: TopicModel

  /// The model that ships with the program.
  public static func shipped() throws(WeightsError) -> Recogniser {
    Recogniser(model: TopicModel(weights: try .shipped(.topics)))
  }

  /// A model of one's own, as `Training` makes it.
  public init(weights: [UInt8]) throws(WeightsError) {
    self.init(model: TopicModel(weights: try Weights(.trained(weights), kind: .topics)))
  }

  private init(model: TopicModel) { self.model = model }

  /// What the model tells apart.
  public var labels: [String] { model.weights.names }

  /// The likeliest labels of a text, best first, by their places among `labels`, with the
  /// probability of each; none for a text without words.
  public func rank(_ text: String, most: Int = 3) -> [(label: Int, probability: Double)] {
    model.rank(Words(text, lexicon: model.weights.lexicon), most: most)
  }
}
