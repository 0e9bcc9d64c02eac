import ArgumentParser

extension ClosedRange<Int> {
  /// Refuses an option's value that lies outside.
  func check(_ value: Int, of option: String) throws {
    guard contains(value) else {
      throw ValidationError("\(option) must be \(lowerBound) to \(upperBound), not \(value)")
    }
  }
}
