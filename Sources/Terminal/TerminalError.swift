/// Why there is no screen to draw on.
public enum TerminalError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Keys do not come from a terminal, but from a file or a pipe.
  case inputIsNoTerminal
  /// The screen is not a terminal, but a file or a pipe.
  case outputIsNoTerminal
  /// The terminal's type is not known here: the value of TERM, or nil where it is not set.
  case unknownType(String?)
  /// Somebody else in this process has the terminal, or the process has no descriptors left.
  case notToBeHad

  /// One sentence that says what to do.
  public var description: String {
    switch self {
    case .inputIsNoTerminal:
      "the dashboard takes its keys from a terminal, and standard input is none"
    case .outputIsNoTerminal:
      "the dashboard needs a terminal, and standard output is none"
    case .unknownType(nil):
      "the dashboard needs to know the terminal's type: set TERM, for example to xterm-256color"
    case .unknownType(.some(let name)):
      "there is no description of the terminal “\(name)” here: set TERM to a known type, for "
        + "example xterm-256color"
    case .notToBeHad:
      "the terminal is in use by this process already"
    }
  }
}
