import Catalogue

extension Reading: Recordable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(list: policies) { bytes, pair in
      bytes.write(pair.policy)
      bytes.write(pair.probability)
    }
    bytes.write(list: topics) { $0.write($1) }
    bytes.write(list: policyEvidence) { $0.write($1) }
    bytes.write(list: topicEvidence) { $0.write($1) }
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    self.init(
      policies: try bytes.list { (bytes) throws(Damage) in
        PolicyProbability(try bytes.choice(), try bytes.double())
      },
      topics: try bytes.list(TopicScore.init(from:)),
      policyEvidence: try bytes.list(Evidence.init(from:)),
      topicEvidence: try bytes.list(Evidence.init(from:)))
  }
}

extension TopicScore: Recordable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(topic.id)
    bytes.write(score)
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    guard let topic = Topic(id: try bytes.text()) else { throw bytes.damage }
    self.init(topic, try bytes.double())
  }
}

extension Evidence: Recordable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(field)
    bytes.write(text)
    bytes.write(start)
    bytes.write(end)
    bytes.write(weight)
    bytes.write(about)
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    self.init(
      field: try bytes.choice(), text: try bytes.text(), start: try bytes.int(),
      end: try bytes.int(), weight: try bytes.double(), about: try bytes.text())
  }
}
