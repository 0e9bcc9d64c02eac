import Catalogue
import Testing

@testable import Audience

@Suite struct ActivityClockTests {
  static let clocks = [
    ActivityClock(zones: [Zone(offset: 2, share: 1)], start: 1_497_465_720),
    ActivityClock(
      zones: [
        Zone(offset: -8, share: 0.3), Zone(offset: 1, share: 0.5), Zone(offset: 9, share: 0.2),
      ],
      start: 0),
    ActivityClock(zones: [Zone(offset: -12, share: 1)], start: -5),
  ]

  @Test("the moment of an activity is the first at which it is reached", arguments: clocks)
  func inverse(clock: ActivityClock) {
    for moment in stride(from: 0, to: 5 * 86_400, by: 397) {
      let activity = clock.activity(at: moment)
      #expect(clock.moment(of: activity) == moment)
      #expect(clock.moment(of: activity + 1) == moment + 1)
      #expect(clock.activity(at: clock.moment(of: activity + 123_456)) >= activity + 123_456)
    }
  }

  @Test("activity only grows, and a day of it is a day", arguments: clocks)
  func growth(clock: ActivityClock) {
    for moment in stride(from: 0, to: 86_400, by: 61) {
      let activity = clock.activity(at: moment)
      #expect(clock.activity(at: moment + 1) > activity)
      #expect(clock.activity(at: moment + 86_400) == activity + 86_400_000)
    }
  }

  @Test("people are up in the evening and asleep at four")
  func night() {
    let clock = ActivityClock(zones: [Zone(offset: 0, share: 1)], start: 0)
    func hour(_ hour: Int) -> Int {
      clock.activity(at: (hour + 1) * 3_600) - clock.activity(at: hour * 3_600)
    }
    #expect(hour(20) > 3 * hour(4))
  }
}
