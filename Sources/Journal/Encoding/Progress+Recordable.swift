import Audience
import Distribution

extension Progress: Recordable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(numbers: 23) { numbers in
      numbers.write(forYou)
      numbers.write(followers)
      numbers.write(forwards)
      numbers.write(profile)
      numbers.write(reach)
      numbers.write(forwarded)
      numbers.write(clickThroughs)
      numbers.write(socialGraphOnly)
      numbers.write(wave)
      tally.write(to: &numbers)
    }
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    self.init()
    forYou = try bytes.size()
    followers = try bytes.size()
    forwards = try bytes.size()
    profile = try bytes.size()
    reach = try bytes.size()
    forwarded = try bytes.size()
    clickThroughs = try bytes.size()
    socialGraphOnly = try bytes.size()
    wave = try bytes.size()
    tally = try Tally(from: &bytes)
  }
}

extension Tally: Recordable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(numbers: 14) { write(to: &$0) }
  }

  @inline(__always)
  fileprivate func write(to numbers: inout ByteWriter.Numbers) {
    numbers.write(views)
    numbers.write(stayed)
    numbers.write(watch)
    numbers.write(watchSquared)
    numbers.write(likes)
    numbers.write(comments)
    numbers.write(forwards)
    numbers.write(saves)
    numbers.write(clickThroughs)
    numbers.write(follows)
    numbers.write(interactionSquared)
    numbers.write(watchInteraction)
    numbers.write(watchClickThrough)
    numbers.write(interactionClickThrough)
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    self.init()
    views = try bytes.sum()
    stayed = try bytes.sum()
    watch = try bytes.sum()
    watchSquared = try bytes.sum()
    likes = try bytes.sum()
    comments = try bytes.sum()
    forwards = try bytes.sum()
    saves = try bytes.sum()
    clickThroughs = try bytes.sum()
    follows = try bytes.sum()
    interactionSquared = try bytes.sum()
    watchInteraction = try bytes.sum()
    watchClickThrough = try bytes.sum()
    interactionClickThrough = try bytes.sum()
  }
}
