/// Why a command ends without having done what was asked: one line, and an exit code after
/// sysexits.
struct Failure: Error {
  /// One line.
  let message: String
  /// The exit code.
  let code: Int32

  /// The arguments make no sense: 64.
  static func usage(_ message: String) -> Failure { Failure(message: message, code: 64) }

  /// What was given cannot be used: 65.
  static func data(_ message: String) -> Failure { Failure(message: message, code: 65) }

  /// A file is missing or cannot be read: 66.
  static func noInput(_ message: String) -> Failure { Failure(message: message, code: 66) }

  /// The program is at fault: 70.
  static func software(_ message: String) -> Failure { Failure(message: message, code: 70) }

  /// A file cannot be made: 73.
  static func cannotCreate(_ message: String) -> Failure { Failure(message: message, code: 73) }

  /// Reading or writing failed: 74.
  static func io(_ message: String) -> Failure { Failure(message: message, code: 74) }

  /// Something around the program is not as it must be, such as the terminal: 78.
  static func configuration(_ message: String) -> Failure { Failure(message: message, code: 78) }
}
