import Playback
import Testing

@Suite struct TempoTests {
  @Test("The world passes so many seconds a wall second, from where it was")
  func speed() {
    let tempo = Tempo(speed: 600, from: 1_000, at: .seconds(5))
    #expect(tempo.moment(at: .seconds(5)) == 1_000)
    #expect(tempo.moment(at: .seconds(6)) == 1_600)
    #expect(tempo.moment(at: .milliseconds(5_100)) == 1_060)
  }

  @Test("It never runs backwards, even when the wall's clock did")
  func never() {
    let tempo = Tempo(speed: 60, from: 1_000, at: .seconds(5))
    #expect(tempo.moment(at: .seconds(1)) == 1_000)
  }

  @Test("At the wall time of a moment the clock shows that moment, and not a second earlier")
  func inverse() {
    for speed in [1, 7, 60, 600, 86_400] {
      let tempo = Tempo(speed: speed, from: 123, at: .milliseconds(777))
      for moment in [124, 180, 3_600, 86_400, 5_000_000] {
        let wall = tempo.wall(of: moment)
        #expect(tempo.moment(at: wall) >= moment)
        #expect(tempo.moment(at: wall - .microseconds(20)) < moment)
      }
    }
  }

  @Test("Absurd speeds and times stay within bounds")
  func bounds() {
    let tempo = Tempo(speed: .max, from: 0, at: .zero)
    #expect(tempo.moment(at: .seconds(1_000_000)) > 0)
    #expect(Tempo(speed: -5, from: 0, at: .zero).speed == 1)
  }
}
