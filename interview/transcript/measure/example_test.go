package measure_test

import (
	"fmt"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

func ExampleScan() {
	const answer = "About forty-seven thousand dollars, for two years, from late August."
	for _, m := range measure.Scan(measure.Words(answer), measure.Date{}) {
		fmt.Println(answer[m.Start:m.End])
	}
	// Output:
	// About forty-seven thousand dollars
	// two years
	// late August
}

func ExampleParseMoney() {
	m, err := measure.ParseMoney("12 lakh INR")
	fmt.Println(m.Low, m.Unit, err)
	_, err = measure.ParseMoney("enough")
	fmt.Println(err)
	// Output:
	// 1.2e+06 INR <nil>
	// unreadable as money: write an amount with its currency, such as "USD 47,000" or "12 lakh INR"
}

func ExampleUSD() {
	dollars, ok := measure.USD(8_500, "INR")
	fmt.Println(dollars, ok)
	// Output: 100 true
}
