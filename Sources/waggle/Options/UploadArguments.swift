import ArgumentParser
import Catalogue

/// Uploads to read, as a command gets them.
struct UploadArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files with uploads, TOML or a JSON object a line; - or none is standard input.",
      valueName: "file"))
  var files: [String] = []

  /// Hands on one upload after another.
  ///
  /// What was written of those before goes out before an error is told, and where the input
  /// pauses.
  func each(_ output: inout Output, _ body: (Upload, inout Output) throws -> Void) throws {
    for path in files.isEmpty ? ["-"] : files {
      do {
        var stream = try UploadStream(path: path)
        while let upload = try stream.next() {
          try body(upload, &output)
          if stream.wouldWait { try output.flush() }
        }
      } catch let error as InputError {
        try output.flush()
        throw error
      }
    }
    try output.flush()
  }
}
