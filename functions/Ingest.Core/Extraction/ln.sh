#!/bin/bash
/work/actorslab/runner/bin/Release/net10.0/runner --lines $1 | sed -E 's/money= //;s/items= //;s/people= //;s/nums= //'
