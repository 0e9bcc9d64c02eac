/// How well recognition does on texts that are known.
public struct TopicReport: Sendable, Hashable {
  /// Texts about one group of topics, or one topic.
  public struct Row: Sendable, Hashable {
    /// The group, or the topic.
    public var name: String
    /// How many have the likeliest topic right, told or not.
    public var first: Rate
    /// How many have the topic that was told first right; what is unknown is not.
    public var told: Rate
    /// How many have a right one among the likeliest three.
    public var third: Rate
    /// How many were told to be unknown.
    public var unknown: Rate
    /// The harmonic mean of precision and recall, the mean of those of its topics.
    public var f1: Double
  }

  /// All that are about something.
  public let total: Row
  /// By group, in alphabetical order.
  public let groups: [Row]
  /// By topic, the worst first.
  public let topics: [Row]
  /// Texts that are about nothing, and how many of them were told to be unknown.
  public let nothing: Rate
  /// Scores of the first topic against the share of those that are right.
  public let reliability: Reliability
  /// What texts were taken for; of a text about several topics the first in alphabetical order.
  public let confusion: Confusion
  /// How many texts had a label that the model does not know.
  public let outside: Int

  /// Judges the judgements.
  public init(_ texts: [JudgedTopics], outside: Int = 0) {
    self.outside = outside
    let about = texts.filter { !$0.truth.isEmpty }
    nothing = Rate(
      texts.count { $0.truth.isEmpty && $0.isToldRight }, of: texts.count - about.count)
    reliability = Reliability(
      texts.filter { !$0.told.isEmpty }.map { ($0.score, $0.isToldRight, 1) })
    var table = Confusion()
    for text in about {
      let right = text.truth.intersection(text.told.prefix(1)).first
      table.add(right ?? text.truth.min() ?? "", told: text.told.first ?? "unknown")
    }
    confusion = table
    let byTopic = Dictionary(grouping: about) { $0.truth.min() ?? "" }
    topics = byTopic.map { Self.row($0, $1, topics: [$0], table) }
      .sorted { ($0.first.share, $0.name) < ($1.first.share, $1.name) }
    groups = Dictionary(grouping: about) { Self.group(of: $0.truth.min() ?? "") }
      .map { group, texts in
        Self.row(group, texts, topics: byTopic.keys.filter { Self.group(of: $0) == group }, table)
      }
      .sorted { $0.name < $1.name }
    total = Self.row("all", about, topics: Array(byTopic.keys), table)
  }

  /// What stands before the stroke of a topic's identifier, or all of it.
  private static func group(of topic: String) -> String {
    topic.split(separator: "/").first.map(String.init) ?? topic
  }

  private static func row(
    _ name: String, _ texts: [JudgedTopics], topics: [String], _ table: Confusion
  ) -> Row {
    Row(
      name: name, first: Rate(texts.count { $0.isRight(within: 1) }, of: texts.count),
      told: Rate(texts.count(where: \.isToldRight), of: texts.count),
      third: Rate(texts.count { $0.isRight(within: 3) }, of: texts.count),
      unknown: Rate(texts.count(where: \.told.isEmpty), of: texts.count),
      f1: topics.sorted().reduce(0) { $0 + table.f1($1) } / Double(max(1, topics.count)))
  }
}
