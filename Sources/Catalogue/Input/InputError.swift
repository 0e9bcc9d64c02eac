/// What is wrong with something a person wrote, said in one line: where, what was expected, what
/// was found, and how to mend it.
///
/// `bee.toml:12: platform.for-you.bar: expected a number 0.5 … 2, found "high"; write bar = 1.05`
///
/// Every part is safe for a terminal, whatever the file held.
public struct InputError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Whether the file could be had at all.
  public enum Kind: Sendable, Hashable {
    /// It was read, and says something that cannot be.
    case malformed
    /// It is missing, or cannot be read.
    case unreadable
  }

  /// Where a value was written.
  public enum Place: Sendable, Hashable {
    /// A file, and the line, 1 the first, where that is known.
    case file(String, line: Int?)
    /// The command line, such as `--set platform.for-you.bar=high`.
    case option(String)
  }

  /// Whether the file could be had at all.
  public let kind: Kind
  /// Where it was written.
  public let place: Place
  /// The dotted key, such as `platform.for-you.bar`; nil where the whole file is meant.
  public let key: String?
  /// What would have been right.
  public let expected: String
  /// What stood there.
  public let found: String
  /// What to do about it; empty where the rest says so.
  public let mend: String

  /// Creates an error; every text is made safe for a terminal.
  public init(
    _ kind: Kind = .malformed, at place: Place, key: String? = nil, expected: String,
    found: String, mend: String = ""
  ) {
    self.kind = kind
    self.place = place.visible
    self.key = key?.visible(limit: 200)
    self.expected = expected.visible(limit: 600)
    self.found = found.visible(limit: 200)
    self.mend = mend.visible(limit: 600)
  }

  /// The exit code of a command that ends with it, after sysexits: 65 for what is wrong in a file,
  /// 66 for a file that cannot be read.
  public var exitCode: Int32 {
    switch kind {
    case .malformed: 65
    case .unreadable: 66
    }
  }

  /// One line.
  public var description: String {
    var text = place.text + ": "
    if case .file = place, let key { text += key + ": " }
    text += "expected \(expected), found \(found)"
    return mend.isEmpty ? text : text + "; " + mend
  }
}

extension InputError.Place {
  /// As it stands at the beginning of a message.
  var text: String {
    switch self {
    case .file(let name, .some(let line)): "\(name):\(line)"
    case .file(let name, nil): name
    case .option(let option): option
    }
  }

  fileprivate var visible: Self {
    switch self {
    case .file(let name, let line): .file(name.visible(limit: 300), line: line)
    case .option(let option): .option(option.visible(limit: 200))
    }
  }
}
