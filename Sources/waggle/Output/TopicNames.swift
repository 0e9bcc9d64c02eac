/// A model's topics by the names that data sets give them: `animals/dogs`, or `dogs` alone.
struct TopicNames {
  private var byName: [String: String] = [:]

  init(_ labels: [String]) {
    for label in labels {
      if let name = label.split(separator: "/").last { byName[String(name)] = label }
    }
    for label in labels { byName[label] = label }
  }

  /// The topics of a label, of which there may be several with blanks between; none where it is
  /// empty or says so; nil where one is not known.
  func topics(_ label: String) -> Set<String>? {
    if let known = byName[label] { return [known] }
    if ["", "none", "-", "unknown"].contains(label) { return [] }
    let found = label.split(separator: " ").map { byName[String($0)] }
    return found.contains(nil) ? nil : Set(found.compactMap { $0 })
  }
}
