import Catalogue

/// Texts with a label each, from files of one's own, as `LabelledRows` reads them; all fields of an
/// upload are one text.
public struct LabelledTexts: Sendable {
  /// One text.
  public struct Row: Sendable, Hashable {
    /// The label: a topic's identifier where it names a leaf, else as it is written.
    public var label: String
    /// The fields, joined by blanks.
    public var text: String

    /// Creates a row.
    public init(label: String, text: String) {
      self.label = label
      self.text = text
    }
  }

  /// The texts in the order of the file.
  public private(set) var rows: [Row] = []

  /// Reads a file.
  public init(path: String) throws(CorpusError) {
    do {
      var stream = try LabelledRows(path: path)
      while let row = try stream.next() { rows.append(try Self.row(row, of: path)) }
    } catch let error as InputError {
      throw CorpusError(error, path: path)
    } catch let error as CorpusError {
      throw error
    } catch {
      throw .unreadable(path: path)
    }
    guard !rows.isEmpty else { throw .empty(path: path) }
  }

  /// With the labels that others stand for in their place.
  func relabelled(_ labels: [String: String]) -> LabelledTexts {
    var texts = self
    for index in texts.rows.indices {
      if let label = labels[texts.rows[index].label] { texts.rows[index].label = label }
    }
    return texts
  }

  private static func row(_ row: LabelledText, of path: String) throws(CorpusError) -> Row {
    guard !row.label.isEmpty else {
      throw .line(file: path, number: row.line, message: "there is no label")
    }
    let fields = Field.allCases.map { row.upload.text(of: $0) }.filter { !$0.isEmpty }
    return Row(label: leaves[row.label] ?? row.label, text: fields.joined(separator: " "))
  }

  private static let leaves: [String: String] = Dictionary(
    Topic.all.map { (String($0.id.split(separator: "/").last ?? ""), $0.id) },
    uniquingKeysWith: { first, _ in first })
}

extension CorpusError {
  /// What is wrong with a file that was read elsewhere.
  fileprivate init(_ error: InputError, path: String) {
    guard error.kind == .malformed else {
      self = .unreadable(path: path)
      return
    }
    var number = 1
    if case .file(_, let line?) = error.place { number = line }
    self = .line(
      file: path, number: number, message: "expected \(error.expected), found \(error.found)")
  }
}
