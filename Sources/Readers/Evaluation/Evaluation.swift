import Catalogue

/// How well a model tells its labels apart on texts that it has not learnt from.
public struct Evaluation: Sendable, Hashable {
  /// The number of texts judged.
  public var texts: Int
  /// Share of labelled texts whose best label is right, 0 … 1.
  public var topOne: Double
  /// Share of labelled texts with a right label among the best three, 0 … 1.
  public var topThree: Double
  /// The chance that a text with some label scores above a text with none, 0 … 1.
  public var areaUnderCurve: Double
  /// Expected calibration error of all probabilities, weighted by prevalence, 0 … 1.
  public var calibrationError: Double
  /// Mean probability of a label by what the texts are examples of, in the order of first sight.
  public var sections: [Section]
  /// The texts that were judged.
  public var judged: [Judged]

  /// Texts of one functionality, such as offers, news or fiction.
  public struct Section: Sendable, Hashable {
    /// Its name, with the label's where it has one.
    public var name: String
    /// The number of texts.
    public var texts: Int
    /// The mean of the highest probability of any label.
    public var mean: Double
    /// The share of texts at or above where doubt begins by default.
    public var doubted: Double
  }

  /// One text that was judged.
  public struct Judged: Sendable, Hashable {
    /// The probability of every label.
    public var probabilities: [Double]
    /// The labels that it has.
    public var labels: [Int]
    /// What it is an example of.
    public var section: String
    /// What it was made from, which its twins were made from too.
    public var template: String
    /// How many texts like it there are, at the prevalence that is expected.
    public var weight: Double

    /// Creates a judged text.
    public init(
      probabilities: [Double], labels: [Int], section: String = "", template: String = "",
      weight: Double = 1
    ) {
      self.probabilities = probabilities
      self.labels = labels
      self.section = section
      self.template = template
      self.weight = weight
    }
  }

  /// Sums up judged texts.
  public init(_ judged: [Judged]) {
    self.judged = judged
    texts = judged.count
    let labelled = judged.filter { !$0.labels.isEmpty }
    let ranks = labelled.map(Self.rank)
    let count = Double(max(1, labelled.count))
    topOne = Double(ranks.filter { $0 < 1 }.count) / count
    topThree = Double(ranks.filter { $0 < 3 }.count) / count
    areaUnderCurve = Ranking.area(
      judged.map { ($0.probabilities.max() ?? 0, !$0.labels.isEmpty) })
    calibrationError = Self.calibrationError(judged)
    sections = Self.sections(judged)
  }

  /// How many labels score above the best right one.
  private static func rank(_ text: Judged) -> Int {
    let best = text.labels.map { text.probabilities[$0] }.max() ?? 0
    return text.probabilities.indices
      .filter { text.probabilities[$0] > best && !text.labels.contains($0) }.count
  }

  /// Ten equal bins; the gap between mean probability and share in each, weighted by its texts.
  private static func calibrationError(_ judged: [Judged]) -> Double {
    var bins = [(weight: Double, sum: Double, hits: Double)](repeating: (0, 0, 0), count: 10)
    for text in judged {
      for (label, probability) in text.probabilities.enumerated() {
        let bin = min(9, max(0, Int(probability * 10)))
        bins[bin].weight += text.weight
        bins[bin].sum += probability * text.weight
        bins[bin].hits += text.labels.contains(label) ? text.weight : 0
      }
    }
    let total = bins.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return 0 }
    return bins.reduce(0) { $0 + abs($1.sum - $1.hits) } / total
  }

  private static func sections(_ judged: [Judged]) -> [Section] {
    var sections: [Section] = []
    var places: [String: Int] = [:]
    for text in judged {
      let best = text.probabilities.max() ?? 0
      let place = places[text.section] ?? sections.count
      if place == sections.count {
        places[text.section] = place
        sections.append(Section(name: text.section, texts: 0, mean: 0, doubted: 0))
      }
      sections[place].texts += 1
      sections[place].mean += best
      sections[place].doubted += best >= ReviewSettings().doubtFrom ? 1 : 0
    }
    for place in sections.indices {
      sections[place].mean /= Double(sections[place].texts)
      sections[place].doubted /= Double(sections[place].texts)
    }
    return sections
  }

  /// The figures for people, a line each.
  public var report: String {
    var lines = [
      "texts judged            \(texts)",
      "top 1                   \(topOne.fixed(3))",
      "top 3                   \(topThree.fixed(3))",
      "area under the curve    \(areaUnderCurve.fixed(3))",
      "calibration error       \(calibrationError.fixed(4))",
    ]
    for section in sections {
      lines.append(
        "  " + section.name.padded(to: 34) + String(section.texts).padded(to: 8)
          + "mean " + section.mean.fixed(3) + "  doubted " + section.doubted.fixed(3))
    }
    return lines.joined(separator: "\n")
  }
}

extension String {
  /// With blanks behind it up to a length.
  fileprivate func padded(to length: Int) -> String {
    self + String(repeating: " ", count: max(1, length - count))
  }
}
