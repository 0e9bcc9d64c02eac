import Catalogue
import Distribution

extension Command: Recordable {
  func write(to bytes: inout ByteWriter) {
    switch self {
    case .upload(let upload, let reading, let followers, let number):
      bytes.write(tag: 1)
      bytes.write(upload)
      bytes.write(reading)
      bytes.write(followers)
      bytes.write(number)
    case .decide(let video, let allowed, let reason, let moderator):
      bytes.write(tag: 2)
      bytes.write(video)
      bytes.write(allowed)
      bytes.write(reason)
      bytes.write(moderator)
    case .set(let key, let value):
      bytes.write(tag: 3)
      bytes.write(key)
      bytes.write(value)
    }
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    switch try bytes.tag() {
    case 1:
      self = .upload(
        try Upload(from: &bytes), try Reading(from: &bytes), followers: try bytes.size(),
        number: try bytes.size())
    case 2:
      self = .decide(
        try VideoID(from: &bytes), allowed: try bytes.flag(), reason: try bytes.text(),
        moderator: try bytes.text())
    case 3: self = .set(key: try bytes.text(), value: try bytes.double())
    default: throw bytes.damage
    }
  }
}
