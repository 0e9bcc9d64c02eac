/// What is wrong with a corpus folder.
public enum CorpusError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A folder or file cannot be read.
  case unreadable(path: String)
  /// A line does not follow the format.
  case line(file: String, number: Int, message: String)
  /// A file is named for a topic or policy that there is none of.
  case unknownLabel(file: String)
  /// There are no lines to learn from.
  case empty(path: String)
  /// There are this many word classes, more than weights can hold.
  case classes(Int)

  /// The error in one sentence.
  public var description: String {
    switch self {
    case .unreadable(let path): "\(path) cannot be read"
    case .line(let file, let number, let message): "\(file):\(number): \(message)"
    case .unknownLabel(let file): "\(file) is not named for a topic or policy"
    case .empty(let path): "\(path) holds no line to learn from"
    case .classes(let count):
      "\(count) word classes; a model can tell \(WordClasses.most - 1) apart"
    }
  }
}
