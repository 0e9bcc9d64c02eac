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
