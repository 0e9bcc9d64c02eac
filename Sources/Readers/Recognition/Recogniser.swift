public import Catalogue

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
  public var labels: [String] { Array(model.weights.told) }

  /// The likeliest labels of a text, best first, by their places among `labels`, with the
  /// probability of each; none for a text without words.
  public func rank(_ text: String, most: Int = 3) -> [(label: Int, probability: Double)] {
    model.rank(Words(text, lexicon: model.weights.lexicon), most: most)
  }

  /// What an upload is about, by name and with scores, and the words that say so: at most 4, best
  /// first, and none where its content is unknown.
  public func read(
    _ upload: Upload
  ) -> (topics: [(name: String, score: Double)], evidence: [Evidence]) {
    let words = Words(upload, lexicon: model.weights.lexicon)
    let (told, evidence) = model.told(upload, words: words)
    return (told.map { (labels[$0.label], $0.score) }, evidence)
  }

  /// The likeliest labels of an upload, best first, however unlikely; none for one without words.
  public func rank(_ upload: Upload, most: Int = 3) -> [String] {
    model.rank(Words(upload, lexicon: model.weights.lexicon), most: most).map { labels[$0.label] }
  }
}
