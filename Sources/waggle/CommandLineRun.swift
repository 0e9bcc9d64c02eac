import ArgumentParser
import Canvas
import Catalogue
import Glibc
import Journal

/// One run of the program: its arguments in, its exit code out.
enum CommandLineRun {
  /// Does what the arguments say.
  static func exitCode() -> Int32 {
    do {
      let words = CommandWords(words: Array(CommandLine.arguments.dropFirst()))
      try words.check()
      var command = try Waggle.parseAsRoot(words.joined)
      try command.run()
      return 0
    } catch let failure as Failure {
      return report(failure.message, code: failure.code)
    } catch let error as InputError {
      return report(error.words, code: error.exitCode)
    } catch let error as JournalError {
      return report(error.description, code: error.exitCode)
    } catch is Output.Closed {
      return 0
    } catch {
      return finish(with: error)
    }
  }

  private static func report(_ message: String, code: Int32) -> Int32 {
    Diagnostics.write("waggle: " + VisibleText.escape(message) + "\n")
    return code
  }

  /// Help and versions go to standard output, mistakes in the arguments to standard error.
  private static func finish(with error: any Error) -> Int32 {
    let code = Waggle.exitCode(for: error)
    let message = Waggle.fullMessage(for: error)
    guard !message.isEmpty else { return code.rawValue }
    guard code == .success else {
      Diagnostics.write(VisibleText.escape(message, keepingLines: true) + "\n")
      return code.rawValue
    }
    do {
      var output = Output()
      try output.tell(message + "\n")
      try output.flush()
      return 0
    } catch let failure as Failure {
      return report(failure.message, code: failure.code)
    } catch {
      return 0
    }
  }
}

extension InputError {
  /// One line, as every message is: where, what, how to mend it.
  fileprivate var words: String {
    // That a file should be one that can be read goes without saying.
    description.replacing("expected a file that can be read, found", with: "cannot be read:")
  }
}
