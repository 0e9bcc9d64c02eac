import Foundation
import Testing

@testable import Audience

@Suite struct ExactTests {
  @Test("exp is the exponential function")
  func exponential() {
    for step in -6_000...6_000 {
      let x = Double(step) * 0.1131
      #expect(abs(Exact.exp(x) / exp(x) - 1) < 1e-12)
    }
    #expect(Exact.exp(0) == 1)
    #expect(Exact.exp(-800) == 0)
    #expect(Exact.exp(800) == .infinity)
  }

  @Test("log is the natural logarithm")
  func logarithm() {
    for step in 1...20_000 {
      let x = Double(step) * 0.00137
      #expect(abs(Exact.log(x) - log(x)) < 1e-12)
    }
    for exponent in stride(from: -300.0, through: 300, by: 1.37) {
      let x = pow(10, exponent)
      #expect(abs(Exact.log(x) / log(x) - 1) < 1e-12)
    }
    #expect(Exact.log(1) == 0)
    #expect(Exact.log(0) == -.infinity)
    #expect(Exact.log(-1) == -.infinity)
  }

  @Test("the logistic function and its inverse undo each other")
  func logistic() {
    for step in -300...300 {
      let x = Double(step) * 0.1
      #expect(abs(Exact.logistic(x) - 1 / (1 + exp(-x))) < 1e-12)
    }
    for step in 1..<1_000 {
      let p = Double(step) / 1_000
      #expect(abs(Exact.logistic(Exact.logit(p)) - p) < 1e-12)
    }
  }

  @Test("the normal distribution is that of the error function")
  func normal() {
    for step in -790...790 {
      let x = Double(step) * 0.01
      #expect(abs(Exact.normalCDF(x) - erfc(-x / 2.0.squareRoot()) / 2) < 1e-12)
    }
    #expect(Exact.normalCDF(-9) == 0)
    #expect(Exact.normalCDF(9) == 1)
  }

  @Test("quantiles lead back to their probabilities")
  func quantiles() {
    for step in 1..<5_000 {
      let p = Double(step) / 5_000
      #expect(abs(Exact.normalCDF(Exact.normalQuantile(p)) - p) < 1e-12)
    }
    for p in [1e-9, 1e-6, 1e-4, 1 - 1e-9] {
      #expect(abs(Exact.normalCDF(Exact.normalQuantile(p)) - p) < 1e-12)
    }
    #expect(Exact.normalQuantile(0) == -.infinity)
    #expect(Exact.normalQuantile(1) == .infinity)
    #expect(abs(Exact.normalQuantile(0.975) - 1.959963984540054) < 1e-12)
  }
}
