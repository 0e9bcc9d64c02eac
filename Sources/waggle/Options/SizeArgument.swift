public import ArgumentParser
import Canvas
public import Dashboard

/// A frame's size on the command line, such as `120x40`.
struct SizeArgument: ExpressibleByArgument {
  /// Columns and rows, each 1 … 1,000.
  let size: Size

  init(size: Size) { self.size = size }

  /// Reads two whole numbers with an `x` between.
  init?(argument: String) {
    let parts = argument.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1],
      (1...1_000).contains(width), (1...1_000).contains(height)
    else { return nil }
    size = Size(width, height)
  }

  var defaultValueDescription: String { "\(size.width)x\(size.height)" }
}

extension Screen: ExpressibleByArgument {}
