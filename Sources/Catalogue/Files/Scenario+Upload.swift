extension Scenario {
  /// The scenario with one more upload and its creator.
  ///
  /// A name that is taken gets a number: `bread`, `bread-2`, `bread-3`. A creator whom the
  /// scenario knows keeps the scenario's followers unless they are 0.
  public func adding(_ upload: Upload, followers: Int) -> Scenario {
    var scenario = self
    var upload = upload
    upload.id = freeName(like: upload.id)
    upload.content = upload.id
    scenario.uploads.append(upload)
    // Insertion, not sorting: those of the same moment stay in order.
    let place = uploads.firstIndex { $0.postedAt > upload.postedAt } ?? uploads.count
    scenario.uploads.insert(scenario.uploads.removeLast(), at: place)
    let most = platforms.map(\.population).min() ?? 0
    let followers = min(max(0, followers), most)
    if let known = creators.firstIndex(where: { $0.id == upload.creator }) {
      if creators[known].followers == 0 { scenario.creators[known].followers = followers }
    } else {
      scenario.creators.append(Creator(id: upload.creator, followers: followers))
    }
    return scenario
  }

  private func freeName(like name: String) -> String {
    let taken = Set(uploads.map(\.id))
    guard taken.contains(name) else { return name }
    let stem = name.prefix(56)
    let numbers = 2...(uploads.count + 2)
    let free = numbers.first { !taken.contains("\(stem)-\($0)") }
    return "\(stem)-\(free ?? 2)"
  }
}
