import Audience
import Distribution

extension Progress: Recordable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(forYou)
    bytes.write(followers)
    bytes.write(forwards)
    bytes.write(profile)
    bytes.write(reach)
    bytes.write(forwarded)
    bytes.write(clickThroughs)
    bytes.write(socialGraphOnly)
    bytes.write(wave)
    bytes.write(tally)
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    self.init()
    forYou = try bytes.int()
    followers = try bytes.int()
    forwards = try bytes.int()
    profile = try bytes.int()
    reach = try bytes.int()
    forwarded = try bytes.int()
    clickThroughs = try bytes.int()
    socialGraphOnly = try bytes.int()
    wave = try bytes.int()
    tally = try Tally(from: &bytes)
  }
}

extension Tally: Recordable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(views)
    bytes.write(stayed)
    bytes.write(watch)
    bytes.write(watchSquared)
    bytes.write(likes)
    bytes.write(comments)
    bytes.write(forwards)
    bytes.write(saves)
    bytes.write(clickThroughs)
    bytes.write(follows)
    bytes.write(interactionSquared)
    bytes.write(watchInteraction)
    bytes.write(watchClickThrough)
    bytes.write(interactionClickThrough)
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    self.init()
    views = try bytes.int()
    stayed = try bytes.int()
    watch = try bytes.int()
    watchSquared = try bytes.int()
    likes = try bytes.int()
    comments = try bytes.int()
    forwards = try bytes.int()
    saves = try bytes.int()
    clickThroughs = try bytes.int()
    follows = try bytes.int()
    interactionSquared = try bytes.int()
    watchInteraction = try bytes.int()
    watchClickThrough = try bytes.int()
    interactionClickThrough = try bytes.int()
  }
}
