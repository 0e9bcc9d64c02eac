/// A table that is being read.
struct Section {
  /// The keys that lead here.
  let path: DottedKey
  /// What stands in it.
  let table: Node.Table
  /// Where it begins.
  let place: InputError.Place

  /// The value of a key, if it is there.
  subscript(key: String) -> Entry? {
    table[key].map { Entry(path: path.appending(key), node: $0) }
  }

  /// Every value, in the order of writing.
  var entries: [Entry] { table.keys.compactMap { self[$0] } }

  /// Refuses keys that are not in a list.
  func allow(_ keys: [String]) throws(InputError) {
    guard let stranger = table.keys.first(where: { !keys.contains($0) }),
      let entry = self[stranger]
    else { return }
    let near = Nearest.word(to: stranger, among: keys)
    throw entry.failure(
      expected: path.text.isEmpty ? "a key of the file" : "a key of [\(path.text)]",
      found: stranger.quoted,
      mend: near.map { "did you mean \($0)?" } ?? "known are " + keys.joined(separator: ", "))
  }

  /// The value of a key that must be there.
  func required(_ key: String, _ what: String, like example: String) throws(InputError) -> Entry {
    guard let entry = self[key] else {
      throw InputError(
        at: place, key: path.appending(key).text, expected: what, found: "nothing",
        mend: "write \(key) = \(example)")
    }
    return entry
  }

  /// The tables in a table, by name and in the order of writing, such as every `[upload.NAME]`.
  func named(_ key: String, like example: String) throws(InputError) -> [(name: String, Section)] {
    guard let all = try self[key]?.section(like: example) else { return [] }
    var sections: [(name: String, Section)] = []
    for entry in all.entries {
      guard let name = all.name(of: entry) else {
        throw entry.failure(
          expected: "a name of 1 to 64 letters a-z, digits and hyphens",
          found: all.found(entry), mend: "write " + example)
      }
      sections.append((name, try entry.section(like: example)))
    }
    return sections
  }

  private func name(of entry: Entry) -> String? { entry.path.last.isName ? entry.path.last : nil }

  private func found(_ entry: Entry) -> String {
    entry.path.last.hasPrefix("\"") ? entry.path.last.visible(limit: 60) : entry.path.last.quoted
  }
}
