import Catalogue
import FoundationEssentials

/// Texts with a label each, from a comma- or tab-separated file of one's own.
///
/// With a header row, the label stands in the column `label`, `topic`, `class` or `category`, and
/// the text in all of `title`, `text`, `caption`, `description`, `transcript`, `selftext`,
/// `sentences`, `onScreenText`, `hashtags` and `sound` that there are. Without one, the label
/// stands first, and every further column whose cells mostly hold a blank is text: identifiers
/// are not.
public struct LabelledTexts: Sendable {
  /// One text.
  public struct Row: Sendable, Hashable {
    /// The label: a topic's identifier where it names a leaf, else as it is written.
    public var label: String
    /// The text columns, joined by blanks.
    public var text: String

    /// Creates a row.
    public init(label: String, text: String) {
      self.label = label
      self.text = text
    }
  }

  /// The texts in the order of the file.
  public private(set) var rows: [Row] = []

  /// Reads a file: tab-separated where its name ends in `.tsv`, else comma-separated.
  public init(path: String) throws(CorpusError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unreadable(path: path)
    }
    let separator: UInt8 = path.lowercased().hasSuffix(".tsv") ? 0x09 : 0x2C
    try self.init(bytes: Array(data), separator: separator, name: path)
  }

  /// Reads the bytes of a file.
  init(bytes: [UInt8], separator: UInt8, name: String) throws(CorpusError) {
    var cells = DelimitedText.rows(bytes, separator: separator)
    guard let first = cells.first else { throw .empty(path: name) }
    let columns: Columns
    if let named = Columns(header: first) {
      columns = named
      cells.removeFirst()
    } else {
      columns = Columns(guessedFrom: cells)
    }
    rows.reserveCapacity(cells.count)
    for (number, row) in cells.enumerated() {
      guard columns.label < row.count, !row[columns.label].isEmpty else {
        throw .line(file: name, number: number + 1, message: "there is no label")
      }
      let text = columns.texts.filter { $0 < row.count && !row[$0].isEmpty }.map { row[$0] }
      rows.append(
        Row(label: Self.label(row[columns.label]), text: text.joined(separator: " ")))
    }
    guard !rows.isEmpty else { throw .empty(path: name) }
  }

  /// With the labels that others stand for in their place.
  func relabelled(_ labels: [String: String]) -> LabelledTexts {
    var texts = self
    for index in texts.rows.indices {
      if let label = labels[texts.rows[index].label] { texts.rows[index].label = label }
    }
    return texts
  }

  /// A leaf's identifier for a leaf's name.
  private static func label(_ written: String) -> String {
    leaves[written] ?? written
  }

  private static let leaves: [String: String] = Dictionary(
    Topic.all.map { (String($0.id.split(separator: "/").last ?? ""), $0.id) },
    uniquingKeysWith: { first, _ in first })

  /// Which columns hold what.
  private struct Columns {
    var label: Int
    var texts: [Int]

    private static let labels = ["label", "topic", "class", "category"]
    private static let texts: Set = [
      "title", "text", "caption", "description", "transcript", "selftext", "sentences", "sentence",
      "onscreentext", "hashtags", "sound",
    ]

    /// The columns that a header names; nil where the row is none.
    init?(header: [String]) {
      let names = header.map { $0.lowercased().trimmingPrefix("#") }.map(String.init)
      let labels = Self.labels.compactMap { names.firstIndex(of: $0) }
      let texts = names.indices.filter { Self.texts.contains(names[$0]) }
      guard let label = labels.first, !texts.isEmpty else { return nil }
      self.label = label
      self.texts = texts
    }

    init(guessedFrom rows: [[String]]) {
      let width = rows.map(\.count).max() ?? 1
      var filled = [Int](repeating: 0, count: width)
      var spaced = [Int](repeating: 0, count: width)
      for row in rows {
        for (column, cell) in row.enumerated() where !cell.isEmpty {
          filled[column] += 1
          if cell.utf8.contains(0x20) { spaced[column] += 1 }
        }
      }
      label = 0
      texts = (1..<max(1, width)).filter { spaced[$0] * 2 > filled[$0] }
      if texts.isEmpty, width > 1 { texts = [width - 1] }
    }
  }
}
