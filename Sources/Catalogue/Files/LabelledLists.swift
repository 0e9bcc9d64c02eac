/// Questions in lists, which stand under what they are about in a JSON object.
enum LabelledLists {
  static func read(_ text: String, file: String) throws(InputError) -> [LabelledText] {
    var texts: [LabelledText] = []
    try read(try JSONDocument.read(text, file: file), under: [], into: &texts)
    return texts
  }

  private static func read(
    _ node: Node, under keys: [String], into texts: inout [LabelledText]
  ) throws(InputError) {
    var line = 0
    if case .file(_, let number?) = node.place { line = number }
    switch node.value {
    case .table(let table):
      for key in table.keys {
        guard let inner = table[key] else { continue }
        try read(inner, under: keys + [key], into: &texts)
      }
    case .list(let nodes):
      for node in nodes { try read(node, under: keys, into: &texts) }
    case .text(let text) where !keys.isEmpty:
      let upload = Upload(id: String(texts.count + 1), creator: "", platform: "", caption: text)
      let words = keys.map { $0.last == ":" ? String($0.dropLast()) : $0 }
      texts.append(
        LabelledText(
          upload: upload, label: words.last ?? "",
          functionality: words.joined(separator: " / "), line: line))
    default:
      throw InputError(
        at: node.place, key: keys.last, expected: "lists of texts under their labels",
        found: node.found)
    }
  }
}
