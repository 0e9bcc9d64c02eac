import Catalogue
import Testing

@Suite("Lengths of time as text")
struct DurationTextTests {
  @Test(
    "days, hours, minutes and seconds are read",
    arguments: [
      ("0s", 0), ("90s", 90), ("5m", 300), ("2h30m", 9_000), ("1d", 86_400), ("60h", 216_000),
      ("1d 2h 3m 4s", 93_784), ("007m", 420),
    ])
  func reads(_ text: String, _ seconds: Moment) {
    #expect(DurationText.parse(text) == seconds)
  }

  @Test(
    "anything else is not",
    arguments: [
      "", " ", "5", "m", "-5m", "5x", "5m5h", "5m5m", "1.5h", "5 m", "5m ", "+5m", "٣m", "5M",
      "9223372036854775807d", "99999999999999999999s", "106751991167300d99h",
    ])
  func refuses(_ text: String) {
    #expect(DurationText.parse(text) == nil)
  }

  @Test("what is written is read back")
  func roundTrip() {
    var dice = Dice(state: 3)
    for _ in 0..<2_000 {
      let seconds = Int.random(in: 0...10_000_000, using: &dice)
      #expect(DurationText.parse(DurationText.text(seconds)) == seconds)
    }
    #expect(DurationText.parse(DurationText.text(.max)) == .max)
    #expect(DurationText.text(0) == "0s")
    #expect(DurationText.text(-9_000) == "-2h30m")
    #expect(DurationText.text(.min).hasPrefix("-106751991167300d"))
  }
}

@Suite("Dates and times as text")
struct TimestampTests {
  @Test(
    "known moments are read",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2017-06-14T18:42:00Z", 1_497_465_720),
      ("2017-06-14 20:42:00+02:00", 1_497_465_720), ("2017-06-14T18:42", 1_497_465_720),
      ("2017-06-14", 1_497_398_400), ("2000-02-29", 951_782_400), ("1969-12-31T23:59:59Z", -1),
      ("2100-03-01", 4_107_542_400),
    ])
  func reads(_ text: String, _ seconds: Int) {
    #expect(Timestamp.parse(text) == seconds)
  }

  @Test(
    "what is no day or no time is not",
    arguments: [
      "", "2017", "2017-13-01", "2017-02-29", "2100-02-29", "2017-06-31", "2017-06-14T24:00:00Z",
      "2017-06-14T18:60:00Z", "2017-06-14T18:42:00+2", "2017-06-14T18:42:00ZZ", "2017-06-14X18:42",
      "17-06-14", "2017-6-14", "２017-06-14", "2017-00-10", "2017-01-00",
    ])
  func refuses(_ text: String) {
    #expect(Timestamp.parse(text) == nil)
  }

  @Test("what is written is read back, over four centuries")
  func roundTrip() {
    for day in stride(from: -10_000, to: 146_097, by: 13) {
      let seconds = day * 86_400 + 49_271
      #expect(Timestamp.parse(Timestamp.text(seconds)) == seconds)
    }
    #expect(Timestamp.text(-1) == "1969-12-31T23:59:59Z")
  }
}
