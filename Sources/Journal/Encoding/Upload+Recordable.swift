import Catalogue

extension Upload: Recordable {
  func write(to bytes: inout ByteWriter) {
    for text in [id, creator, platform, caption, transcript, onScreenText, sound, content] {
      bytes.write(text)
    }
    bytes.write(list: hashtags) { $0.write($1) }
    bytes.write(duration)
    bytes.write(postedAt)
    bytes.write(concernsMinors)
    bytes.write(crossPost) { $0.write($1) }
    bytes.write(truth) { $0.write($1) }
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    self.init(id: try bytes.text(), creator: try bytes.text(), platform: try bytes.text())
    caption = try bytes.text()
    transcript = try bytes.text()
    onScreenText = try bytes.text()
    sound = try bytes.text()
    content = try bytes.text()
    hashtags = try bytes.list { (bytes) throws(Damage) in try bytes.text() }
    duration = try bytes.double()
    postedAt = try bytes.size()
    concernsMinors = try bytes.flag()
    crossPost = try bytes.optional(CrossPost.init(from:))
    truth = try bytes.optional(Truth.init(from:))
  }
}

extension CrossPost: Recordable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(platform)
    bytes.write(afterGate)
    bytes.write(delay)
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    self.init(platform: try bytes.text(), afterGate: try bytes.size(), delay: try bytes.size())
  }
}

extension Truth: Recordable {
  func write(to bytes: inout ByteWriter) {
    for rate in [appeal, like, comment, forward, save, clickThrough, follow] { bytes.write(rate) }
    bytes.write(list: topics) { $0.write($1) }
    bytes.write(breaks) { $0.write($1) }
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    self.init(
      appeal: try bytes.double(), like: try bytes.double(), comment: try bytes.double(),
      forward: try bytes.double(), save: try bytes.double(), clickThrough: try bytes.double(),
      follow: try bytes.double(), topics: try bytes.list(TopicScore.init(from:)),
      breaks: try bytes.optional { (bytes) throws(Damage) in try bytes.choice() })
  }
}
